// EHL-08: extensions that are meant for trusted neighbours, offered to strangers.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { fail, info, pass, type SessionCheck } from '../check.ts'
import { commandEvidence } from '../evidence.ts'
import { lastOffers, notReached } from '../preconditions.ts'
import { trustedProxies } from '../settings.ts'

/** Whoever may use them can claim another address, name and login (Postfix XCLIENT_README, XFORWARD_README). */
const impersonating = new Set(['XCLIENT', 'XFORWARD'])

export const localExtensions: SessionCheck = {
  id: 'EHL-08',
  name: say('Nothing private is offered to strangers', 'No se ofrece nada privado a desconocidos'),
  severity: 'high',
  reference: 'RFC 5321 §4.1.5',
  judge(observed) {
    const offers = lastOffers(observed)
    if (offers === null) return notReached(observed)
    const evidence = commandEvidence(observed, 'EHLO', 'last')
    const names = offers.map(({ keyword }) => keyword.toUpperCase()).filter((name) => name.startsWith('X'))
    const claiming = names.filter((name) => impersonating.has(name))
    if (claiming.length > 0) {
      return fail(
        say(
          `${claiming.join(' and ')} is offered to us: whoever may use it can claim any address.`,
          `Se nos ofrece ${claiming.join(' y ')}: quien pueda usarlo puede hacerse pasar por cualquier dirección.`,
        ),
        advise('Restrict it to trusted proxies.', 'Limitarlo a los proxies de confianza.', trustedProxies),
        evidence,
      )
    }
    if (names.length === 0) {
      return pass(say('No private extension is offered.', 'No se ofrece ninguna extensión privada.'), evidence)
    }
    return info(
      say(
        `Private extensions are offered: ${names.join(', ')}.`,
        `Se ofrecen extensiones privadas: ${names.join(', ')}.`,
      ),
      null,
      evidence,
    )
  },
}
