// How far a session came, and why it came no further: the reason of a check that could not be judged.
import { failureTexts, meaningOf } from '#shared/explain/failures.ts'
import { fillBoth, say } from '#shared/explain/words.ts'
import type { Failure } from '#shared/values/failure.ts'
import { indeterminate, type Verdict } from './check.ts'
import { commandEvidence, endEvidence } from './evidence.ts'
import type { Observed } from './observed.ts'

export const isConnected = ({ address }: Observed): boolean => address !== ''
export const isGreeted = ({ greeting }: Observed): boolean => greeting !== null

/** What the server offered first: in plain text, or inside TLS where it begins with TLS. */
export const firstOffers = ({ beforeTls, afterTls }: Observed) => beforeTls ?? afterTls
/** What counts in the end: inside TLS where there is TLS. */
export const lastOffers = ({ beforeTls, afterTls }: Observed) => afterTls ?? beforeTls

/** The verdict of a check whose precondition did not come to pass. */
export function notReached(observed: Observed): Verdict {
  if (observed.lacksRoute) return indeterminate(noRoute, endEvidence(observed))
  if (observed.failure === null) return indeterminate(stayedPlain, commandEvidence(observed, 'STARTTLS'))
  const { en, es } = titleOf(observed.failure)
  return indeterminate(say(`Not judged. ${en}.`, `Sin valorar. ${es}.`), endEvidence(observed))
}

const noRoute = say(
  'Not judged: this computer has no IPv6 to the outside.',
  'Sin valorar: este equipo no tiene IPv6 hacia el exterior.',
)

/** A refused STARTTLS is no failure of the session: it goes on in plain text. */
const stayedPlain = say(
  'Not judged: the server refused to begin encryption.',
  'Sin valorar: el servidor se negó a empezar el cifrado.',
)

/** The title of a failure in both languages. */
export function titleOf(failure: Failure) {
  return fillBoth(meaningOf(failure).title, failure.facts)
}

/** What happened and what helps, in both languages. */
export function wordsOf(failure: Failure) {
  const text = failureTexts[failure.kind]
  return {
    happened: fillBoth(text.happened, failure.facts),
    advice: fillBoth(meaningOf(failure).advice, failure.facts),
  }
}
