// RCH-09: nothing on the way rewrites the session.
import { say } from '#shared/explain/words.ts'
import { fail, pass, type SessionCheck } from '../check.ts'
import { commandEvidence, greetingEvidence } from '../evidence.ts'
import { firstOffers, isGreeted } from '../preconditions.ts'

/** What Cisco's inspection makes of a keyword it does not know, and of the greeting. */
const masked = /^X{4,}[A-Z]?$/
const starred = /\*{8,}/

export const rewrittenSession: SessionCheck = {
  id: 'RCH-09',
  name: say('Nothing on the way rewrites the session', 'Nada por el camino reescribe la sesión'),
  severity: 'high',
  reference: 'RFC 3207 §6',
  judge(observed) {
    if (!isGreeted(observed)) return null
    const offers = firstOffers(observed) ?? []
    const isStarred = starred.test(observed.greeting ?? '')
    const isMasked = offers.some(({ keyword }) => masked.test(keyword))
    const evidence = [
      ...greetingEvidence(observed),
      ...(isMasked || !isStarred ? commandEvidence(observed, 'EHLO') : []),
    ]
    if (!isStarred && !isMasked)
      return pass(say('Greeting and offers look untouched.', 'El saludo y las ofertas parecen intactos.'), evidence)
    return fail(
      say(
        'A firewall rewrites the session, and removes encryption with it: words were replaced by * or X.',
        'Un cortafuegos reescribe la sesión y elimina el cifrado: hay palabras sustituidas por * o X.',
      ),
      say(
        'Switch off its SMTP inspection (Cisco: inspect esmtp, fixup smtp), or let it pass TLS.',
        'Desactivar su inspección de SMTP (Cisco: inspect esmtp, fixup smtp) o permitir que pase TLS.',
      ),
      evidence,
    )
  },
}
