// EHL-12: what changes between the offers before and inside TLS.
import { say } from '#shared/explain/words.ts'
import type { Capability } from '#shared/values/capability.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { commandEvidence } from '../evidence.ts'
import { notReached } from '../preconditions.ts'

export const offersAfterTls: SessionCheck = {
  id: 'EHL-12',
  name: say('What changes inside TLS', 'Qué cambia dentro de TLS'),
  severity: { mx: 'info', submission: 'medium' },
  reference: 'RFC 3207 §4.2',
  judge(observed) {
    const { beforeTls, afterTls } = observed
    if (beforeTls === null) return null
    if (afterTls === null) return observed.tls === null ? null : notReached(observed)
    const evidence = [...commandEvidence(observed, 'EHLO'), ...commandEvidence(observed, 'EHLO', 'last')]
    const lost = missingFrom(afterTls, beforeTls).filter((keyword) => keyword !== 'STARTTLS')
    const gained = missingFrom(beforeTls, afterTls)
    if (lost.length > 0) {
      return fail(
        say(
          `Offered before TLS and gone inside it: ${lost.join(', ')}.`,
          `Se ofrece antes de TLS y desaparece dentro: ${lost.join(', ')}.`,
        ),
        say(
          'Compare the settings for plain and encrypted sessions, or look for a proxy in between.',
          'Comparar los ajustes para sesiones sin cifrar y cifradas, o buscar un proxy intermedio.',
        ),
        evidence,
      )
    }
    if (gained.length > 0 || missingFrom(afterTls, beforeTls).length > 0) {
      return pass(
        gained.length === 0
          ? say('Inside TLS only STARTTLS is gone.', 'Dentro de TLS solo falta STARTTLS.')
          : say(`Inside TLS these are added: ${gained.join(', ')}.`, `Dentro de TLS se añade: ${gained.join(', ')}.`),
        evidence,
      )
    }
    return warn(
      say('The server offers the same before and inside TLS.', 'El servidor ofrece lo mismo antes y dentro de TLS.'),
      say(
        'Offer STARTTLS before TLS alone, and logins inside it alone.',
        'Ofrecer STARTTLS solo antes de TLS, y el inicio de sesión solo dentro.',
      ),
      evidence,
    )
  },
}

const nameOf = ({ keyword }: Capability) => keyword.toUpperCase().split('=')[0] ?? ''

/** Keywords of the second list that the first lacks. */
function missingFrom(list: readonly Capability[], other: readonly Capability[]): readonly string[] {
  const known = new Set(list.map(nameOf))
  return [...new Set(other.map(nameOf))].filter((keyword) => !known.has(keyword))
}
