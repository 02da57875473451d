// TLS-X2: whether an authority that this computer trusts vouches for the certificate.
import { inSpanish } from '#shared/explain/spanish-phrases.ts'
import { say } from '#shared/explain/words.ts'
import { fail, info, pass, warn } from '../check.ts'
import { handshakeCheck } from './handshake-check.ts'

const trustFaults: readonly string[] = ['certificate-self-signed', 'certificate-untrusted', 'certificate-invalid']

const pinned = say(
  'No authority vouches for it, but the profile trusts this one certificate.',
  'No lo avala ninguna autoridad, pero el perfil confía en este único certificado.',
)

export const chainTrusted = handshakeCheck({
  id: 'TLS-X2',
  name: say('The certificate is trusted', 'El certificado es de confianza'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 8314 §5.3',
  judge(tls, { observed, evidence }) {
    const fault = tls.faults.find(({ kind }) => trustFaults.includes(kind))
    if (fault === undefined) {
      return pass(
        say('An authority known to this computer vouches for it.', 'Lo avala una autoridad que este equipo conoce.'),
        evidence,
      )
    }
    if (tls.authorized) return info(pinned, null, evidence)
    const summary =
      fault.kind === 'certificate-self-signed'
        ? say(
            'The server vouches for itself: nobody else confirms who it is.',
            'El servidor se avala a sí mismo: nadie más confirma quién es.',
          )
        : say(
            `No authority known here vouches for it. ${fault.message}`,
            `No lo avala ninguna autoridad conocida aquí: ${inSpanish(fault.message).replace(/\.$/, '')}.`,
          )
    const advice = say(
      'Install a certificate of a public authority, with its chain.',
      'Instalar un certificado de una autoridad pública, con su cadena.',
    )
    if (observed.endpoint.role === 'submission') return fail(summary, advice, evidence)
    // Servers among themselves encrypt without asking who the other is, unless DANE or MTA-STS say more.
    return warn(
      say(
        `${summary.en} Between mail servers this is common, and they encrypt all the same.`,
        `${summary.es} Entre servidores de correo es habitual, y cifran igualmente.`,
      ),
      advice,
      evidence,
    )
  },
})
