// AUT-07: a refused login does not tell whether the user exists.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { WrongLoginsSeen } from '../probes/wrong-logins.ts'
import type { Said } from '../talk.ts'

/** Times longer, and by how many milliseconds at least: less than that is chance. */
const tellingFactor = 3
const tellingMs = 300

export const userEnumeration: ProbeCheck<WrongLoginsSeen> = {
  id: 'AUT-07',
  name: say('Users cannot be told from strangers', 'No se distingue a usuarios de desconocidos'),
  severity: 'medium',
  reference: 'RFC 4954 §6',
  judge({ seen: { known, unknown, isUserKnown } }) {
    if (!isUserKnown || known === null || unknown === null) return null
    const evidence = [...known.said.evidence, ...unknown.said.evidence]
    const advice = say('Answer both alike, after the same time.', 'Responder igual a ambos, tras el mismo tiempo.')
    if (wordsOf(known.said) !== wordsOf(unknown.said)) {
      return fail(
        say('The answer differs for a user that exists.', 'La respuesta es distinta para un usuario que existe.'),
        advice,
        evidence,
      )
    }
    const [short, long] = [known.said.ms, unknown.said.ms].sort((one, other) => one - other)
    if (short !== undefined && long !== undefined && long > short * tellingFactor && long - short > tellingMs) {
      return warn(
        say('The time differs for a user that exists.', 'El tiempo es distinto para un usuario que existe.'),
        advice,
        evidence,
      )
    }
    return pass(say('Both are refused alike.', 'Ambos se rechazan igual.'), evidence)
  },
}

const wordsOf = ({ reply, end }: Said) => `${end} ${reply?.code} ${reply?.enhanced} ${reply?.text}`
