// TLS-X11: whether a client that names no host in its hello gets the same certificate.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import { scanCheck } from './scan-check.ts'

export const namelessClient = scanCheck({
  id: 'TLS-X11',
  name: say('Clients that name no host are served', 'Se atiende a clientes que no nombran servidor'),
  severity: 'low',
  reference: 'RFC 9325 §3.7',
  judge({ certificates, serverName, isComplete }) {
    if (serverName === null || certificates.length === 0) return null
    const nameless = certificates.find(({ shownFor }) => shownFor.includes('no-name'))
    if (nameless === undefined) {
      if (!isComplete) return 'unclear'
      return fail(
        say(
          'Clients that omit the name of the host (SNI) fail.',
          'Los clientes que omiten el nombre del servidor (SNI) fallan.',
        ),
        say('Set a default certificate.', 'Configurar un certificado por omisión.'),
      )
    }
    if (nameless.shownFor.some((wish) => wish !== 'no-name' && wish !== 'other-name')) {
      return pass(say('They get the same certificate.', 'Reciben el mismo certificado.'))
    }
    const subject = nameless.chain[0]?.subject ?? '?'
    return warn(
      say(`They get another certificate: ${subject}.`, `Reciben otro certificado: ${subject}.`),
      say(
        'Make the certificate of the mail host the default one: not every sender names the host.',
        'Poner por omisión el certificado del servidor de correo: no todo remitente nombra el servidor.',
      ),
    )
  },
})
