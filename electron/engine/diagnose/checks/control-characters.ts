// ROB-09: control characters and 8-bit octets in commands neither hang nor end the server.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MalformedSeen } from '../probes/malformed.ts'
import { saidWords } from '../said-words.ts'

export const controlCharacters: ProbeCheck<MalformedSeen> = {
  id: 'ROB-09',
  name: say('Control characters in commands are borne', 'Se soportan caracteres de control en las órdenes'),
  severity: 'low',
  reference: 'RFC 5321 §2.4',
  judge({ seen: { controls } }) {
    const evidence = controls.flatMap(({ said }) => said.evidence)
    // A bare LF need not be seen as the end of a line.
    const broken = controls.find(
      ({ shown, said }) => said.end === 'closed' || (said.end === 'silent' && shown.endsWith('\\r\\n')),
    )
    if (broken === undefined)
      return pass(say('They are refused or passed over.', 'Se rechazan o se pasan por alto.'), evidence)
    return fail(saidWords(broken.shown, broken.said), say('Update the server.', 'Actualizar el servidor.'), evidence)
  },
}
