// POL-11: addresses written in odd ways neither confuse the server nor end the session.
import { say } from '#shared/explain/words.ts'
import { fail, info, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'

export const addressSyntax: ProbeCheck<RecipientsSeen> = {
  id: 'POL-11',
  name: say('Odd addresses are handled well', 'Las direcciones raras se tratan bien'),
  severity: 'info',
  reference: 'RFC 5321 §4.1.2',
  judge({ seen: { oddities } }) {
    const evidence = oddities.flatMap(({ said }) => said.evidence)
    const broken = oddities.find(({ said }) => said.reply === null)
    if (broken !== undefined) {
      return fail(
        saidWords(broken.line, broken.said),
        say('Update the server, or look what stands in between.', 'Actualizar el servidor o mirar qué hay en medio.'),
        evidence,
      )
    }
    // The first two are wrong by the grammar; the others are right, if rare.
    const taken = oddities.slice(0, 2).filter(({ said }) => said.reply?.code === 250)
    if (taken.length === 0) return pass(say('The wrong ones are refused.', 'Las erróneas se rechazan.'), evidence)
    return info(
      say(
        `Taken although they are not written as the rules want: ${taken.map(({ line }) => line).join('; ')}.`,
        `Aceptadas aunque no están escritas según las reglas: ${taken.map(({ line }) => line).join('; ')}.`,
      ),
      null,
      evidence,
    )
  },
}
