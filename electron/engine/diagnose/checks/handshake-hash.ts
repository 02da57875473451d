// TLS-K5: whether the server signs a handshake of TLS 1.2 with a broken hash.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import { scanCheck } from './scan-check.ts'

export const handshakeHash = scanCheck({
  id: 'TLS-K5',
  name: say('Handshakes are signed with a sound hash', 'Las negociaciones se firman con un resumen sólido'),
  severity: { mx: 'low', submission: 'medium' },
  reference: 'RFC 9155',
  least: 'full',
  judge({ signatures }) {
    const lists = signatures.filter(({ version }) => version === 'TLSv1.2')
    const names = lists.flatMap((list) => [...list.signatures.map(({ name }) => name), list.unasked ?? []].flat())
    if (names.length === 0) return null
    const advice = say(
      'Raise the security level of the TLS library.',
      'Subir el nivel de seguridad de la biblioteca TLS.',
    )
    const md5 = names.find((name) => /md5/i.test(name))
    if (md5 !== undefined) return fail(say(`It signs with MD5: ${md5}.`, `Firma con MD5: ${md5}.`), advice)
    const sha1 = names.find((name) => /sha-?1$/i.test(name))
    if (sha1 !== undefined) {
      return warn(say(`It signs with SHA-1 when asked to: ${sha1}.`, `Firma con SHA-1 si se le pide: ${sha1}.`), advice)
    }
    return pass(say('It signs with SHA-2 or better.', 'Firma con SHA-2 o mejor.'))
  },
})
