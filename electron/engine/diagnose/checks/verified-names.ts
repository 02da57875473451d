// POL-06: VRFY does not tell strangers who is there.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'
import { noVrfy } from '../settings.ts'

export const verifiedNames: ProbeCheck<RecipientsSeen> = {
  id: 'POL-06',
  name: say('VRFY tells strangers nothing', 'VRFY no cuenta nada a desconocidos'),
  severity: 'low',
  reference: 'RFC 5321 §7.3',
  judge({ seen: { vrfyKnown, vrfyUnknown } }) {
    const evidence = [...vrfyKnown.evidence, ...vrfyUnknown.evidence]
    const known = vrfyKnown.reply?.code
    const unknown = vrfyUnknown.reply?.code
    if (known === undefined || unknown === undefined)
      return indeterminate(saidWords('VRFY', known === undefined ? vrfyKnown : vrfyUnknown), evidence)
    const advice = advise('Switch it off.', 'Desactivarlo.', noVrfy)
    if (known !== unknown) {
      return fail(
        say(
          `It answers ${known} for one that exists and ${unknown} for one that does not: names can be guessed.`,
          `Responde ${known} para una dirección que existe y ${unknown} para una que no: se pueden adivinar nombres.`,
        ),
        advice,
        evidence,
      )
    }
    if (known === 250) return warn(saidWords('VRFY', vrfyKnown), advice, evidence)
    return pass(say(`It answers ${known} to all.`, `Responde ${known} a todo.`), evidence)
  },
}
