// EHL-16: names and addresses are both taken as what a client calls itself.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MannersSeen } from '../probes/manners.ts'
import { saidWords } from '../said-words.ts'

export const helloForms: ProbeCheck<MannersSeen> = {
  id: 'EHL-16',
  name: say('Names and addresses are taken in EHLO', 'EHLO acepta nombres y direcciones'),
  severity: 'low',
  reference: 'RFC 5321 §4.1.3',
  judge({ seen: { hellos } }) {
    const evidence = hellos.flatMap(({ said }) => said.evidence)
    const silent = hellos.find(({ said }) => said.reply === null)
    if (silent !== undefined) return indeterminate(saidWords(`EHLO ${silent.argument}`, silent.said), evidence)
    const refused = hellos.filter(({ said }) => (said.reply?.code ?? 0) >= 400)
    const names = refused.map(({ argument }) => argument).join(', ')
    if (refused.length === 0) {
      return pass(
        say(
          'A name and addresses of both families are taken.',
          'Se aceptan un nombre y direcciones de ambas familias.',
        ),
        evidence,
      )
    }
    const isNameRefused = refused.some(({ argument }) => !argument.startsWith('['))
    const summary = say(`Refused: ${names}.`, `Se rechaza: ${names}.`)
    const advice = say(
      'Programs without a name of their own say an address. Give ours a name in the profile, or have the server take it.',
      'Los programas sin nombre propio dicen una dirección. Poner un nombre en el perfil, o hacer que el servidor la acepte.',
    )
    return isNameRefused ? fail(summary, advice, evidence) : warn(summary, advice, evidence)
  },
}
