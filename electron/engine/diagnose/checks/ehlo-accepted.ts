// EHL-03: whether the server speaks modern SMTP.
import { say } from '#shared/explain/words.ts'
import { fail, pass, type SessionCheck } from '../check.ts'
import { commandEvidence } from '../evidence.ts'
import { firstOffers, isGreeted, notReached, wordsOf } from '../preconditions.ts'
import { usedHelo } from './helo-fallback.ts'

export const ehloAccepted: SessionCheck = {
  id: 'EHL-03',
  name: say('EHLO is accepted', 'EHLO se acepta'),
  severity: 'high',
  reference: 'RFC 5321 §4.1.1.1',
  judge(observed) {
    const evidence = commandEvidence(observed, 'EHLO')
    if (observed.failure?.kind === 'hello-refused') {
      const { happened, advice } = wordsOf(observed.failure)
      return fail(happened, advice, evidence)
    }
    if (usedHelo(observed)) {
      return fail(
        say(
          'The server does not know EHLO: it offers no encryption, no login and no extension.',
          'El servidor no conoce EHLO: no ofrece cifrado, inicio de sesión ni extensiones.',
        ),
        say(
          'Update the server, or remove the proxy or antivirus program in front of it that filters EHLO.',
          'Actualizar el servidor o quitar el proxy o antivirus que filtra EHLO delante de él.',
        ),
        evidence,
      )
    }
    if (!isGreeted(observed) || firstOffers(observed) === null) return notReached(observed)
    return pass(say('The server speaks modern SMTP.', 'El servidor habla SMTP moderno.'), evidence)
  },
}
