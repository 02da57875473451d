// TLS-X5: whether the certificates are valid already.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../check.ts'
import { handshakeCheck } from './handshake-check.ts'

export const certificateBegun = handshakeCheck({
  id: 'TLS-X5',
  name: say('The certificate is valid already', 'El certificado ya es válido'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 5280 §4.1.2.5',
  judge(tls, { observed, evidence }) {
    const early = tls.chain.find(({ validFrom }) => Date.parse(validFrom) > observed.now.getTime())
    if (early === undefined) return pass(say('It is valid already.', 'Ya es válido.'), evidence)
    const from = early.validFrom.slice(0, 10)
    return fail(
      say(`${early.subject} is not valid before ${from}.`, `${early.subject} no es válido antes del ${from}.`),
      say(
        'Check the clock of this computer; if it is right, the server shows its certificate too early.',
        'Comprobar el reloj de este equipo; si es correcto, el servidor usa su certificado antes de tiempo.',
      ),
      evidence,
    )
  },
})
