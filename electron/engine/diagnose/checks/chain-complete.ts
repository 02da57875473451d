// TLS-X1: whether the server sends its certificate with everything between it and a root, in order, and not the root.
import { say } from '#shared/explain/words.ts'
import type { Certificate } from '#shared/values/tls.ts'
import { fail, pass, warn } from '../check.ts'
import { handshakeCheck } from './handshake-check.ts'

export const chainComplete = handshakeCheck({
  id: 'TLS-X1',
  name: say('The certificate chain is complete', 'La cadena de certificados está completa'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 8446 §4.4.2',
  judge(tls, { evidence }) {
    const { chain, faults } = tls
    const [leaf] = chain
    // A certificate that vouches for itself has no chain: TLS-X2 speaks of it.
    if (leaf === undefined || (leaf.isSelfSigned && chain.length === 1)) return null
    const last = chain.at(-1) ?? leaf
    const isOpen = !last.isSelfSigned && faults.some(({ kind }) => kind === 'certificate-untrusted')
    if (isOpen) return open(last, evidence)
    if (!isOrdered(chain)) {
      return warn(
        say(
          'The certificates come in the wrong order, or one does not belong there.',
          'Los certificados llegan en mal orden o alguno no corresponde.',
        ),
        say(
          'Install the server’s certificate first, then each issuer after it.',
          'Instalar primero el certificado del servidor y después cada emisor.',
        ),
        evidence,
      )
    }
    if (last.isSelfSigned) {
      return warn(
        say(
          'The root certificate is sent as well; nobody needs it.',
          'También se envía el certificado raíz; nadie lo necesita.',
        ),
        say('Leave the root out of the chain file.', 'Quitar la raíz del archivo de la cadena.'),
        evidence,
      )
    }
    return pass(
      say(
        `The chain of ${chain.length} is complete and in order.`,
        `La cadena de ${chain.length} está completa y en orden.`,
      ),
      evidence,
    )
  },
})

const open = ({ issuer }: Certificate, evidence: readonly number[]) =>
  fail(
    say(
      `The issuer “${issuer}” was not sent and is not known here: an intermediate certificate is missing, or the authority is private. Often such a server works in browsers and fails in mail.`,
      `El emisor «${issuer}» no se envió y aquí no se conoce: falta un certificado intermedio o la autoridad es privada. A menudo un servidor así funciona en navegadores y falla en el correo.`,
    ),
    say(
      'Install the certificate together with its intermediates (“full chain”).',
      'Instalar el certificado junto con los intermedios («cadena completa»).',
    ),
    evidence,
  )

const isOrdered = (chain: readonly Certificate[]) =>
  chain.every((one, place) => {
    const next = chain[place + 1]
    return next === undefined || next.subject === one.issuer
  })
