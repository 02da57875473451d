// The verdict of checks that a login has to come before.
import { say } from '#shared/explain/words.ts'
import { indeterminate, type Verdict } from '../check.ts'
import { titleOf } from '../preconditions.ts'
import type { LoginEnd } from '../probes/log-in.ts'

export function notLoggedIn({ failure }: LoginEnd): Verdict {
  if (failure === null) return indeterminate(say('Nobody logged in.', 'Nadie inició sesión.'))
  const { en, es } = titleOf(failure)
  return indeterminate(say(`Not judged. ${en}.`, `Sin valorar. ${es}.`))
}
