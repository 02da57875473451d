// ROB-04: commands of the full length are heard, and longer ones refused with a word.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'
import { saidWords } from '../said-words.ts'

export const commandLength: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-04',
  name: say('Long commands are heard', 'Las órdenes largas se escuchan'),
  severity: 'low',
  reference: 'RFC 5321 §4.5.3.1.4',
  judge({ seen: { lines } }) {
    const evidence = lines.flatMap(({ said }) => said.evidence)
    const advice = say(
      'Long addresses and tokens may be cut off: raise the limit of the server.',
      'Las direcciones y los tokens largos pueden quedar cortados: subir el límite del servidor.',
    )
    const [first] = lines
    const lost = lines.find(({ said }) => said.reply === null)
    if (lost !== undefined) {
      const judge = lost.said.end === 'silent' || lost === first ? fail : warn
      return judge(saidWords(`NOOP (${lost.octets} octets)`, lost.said), advice, evidence)
    }
    if (first?.said.reply?.code !== 250)
      return fail(say('512 octets are too many for it.', '512 octetos son demasiados.'), advice, evidence)
    return pass(
      say(
        '512 octets are heard; what is longer gets an answer.',
        'Se escuchan 512 octetos; lo más largo tiene respuesta.',
      ),
      evidence,
    )
  },
}
