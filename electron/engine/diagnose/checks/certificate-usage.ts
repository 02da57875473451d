// TLS-X8: whether the certificate may be used by a TLS server.
import { say } from '#shared/explain/words.ts'
import type { Certificate } from '#shared/values/tls.ts'
import { fail, pass, warn } from '../check.ts'
import { extensionsOf } from './certificate-extensions.ts'
import { scanCheck } from './scan-check.ts'
import { shownLeaves } from './shown-chains.ts'

const serverAuth = '1.3.6.1.5.5.7.3.1'
const anyPurpose = '2.5.29.37.0'
/** The highest bit: what a server of TLS 1.3, or one with forward secrecy, does with its key. */
const digitalSignature = 0x80

export const certificateUsage = scanCheck({
  id: 'TLS-X8',
  name: say('The certificate is for servers', 'El certificado es para servidores'),
  severity: 'medium',
  reference: 'RFC 5280 §4.2.1.3',
  judge(scan, { observed }) {
    const uses = shownLeaves(scan, observed).map(useOf)
    if (uses.length === 0) return null
    const advice = say(
      'Have it issued for a TLS server: digitalSignature and serverAuth.',
      'Pedir uno para un servidor TLS: digitalSignature y serverAuth.',
    )
    if (uses.includes('other')) {
      return fail(
        say(
          'The certificate is for something else; clients that check its purpose refuse it.',
          'El certificado es para otra cosa; los clientes que comprueban su propósito lo rechazan.',
        ),
        advice,
      )
    }
    if (uses.includes('unread')) return 'unclear'
    if (uses.includes('untold')) {
      return warn(
        say('The certificate does not say that it is for servers.', 'El certificado no dice que sea para servidores.'),
        advice,
      )
    }
    return pass(say('It is for TLS servers.', 'Es para servidores TLS.'))
  },
})

function useOf({ pem }: Certificate): 'server' | 'other' | 'untold' | 'unread' {
  const extensions = extensionsOf(pem)
  if (extensions === null) return 'unread'
  const { keyUsage, purposes } = extensions
  if (keyUsage !== null && (keyUsage & digitalSignature) === 0) return 'other'
  if (purposes === null) return 'untold'
  return purposes.includes(serverAuth) || purposes.includes(anyPurpose) ? 'server' : 'other'
}
