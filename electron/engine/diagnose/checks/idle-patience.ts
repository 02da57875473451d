// ROB-16: the server waits for a client that thinks.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'

export const idlePatience: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-16',
  name: say('The server waits for slow clients', 'El servidor espera a clientes lentos'),
  severity: 'low',
  reference: 'RFC 5321 §4.5.3.2.7',
  judge({ seen: { idle, idleSeconds } }) {
    const seconds = Math.round(idle.ms / 1000)
    if (idle.end === 'silent') {
      return pass(
        say(
          `It waited ${idleSeconds} seconds, and would have waited on.`,
          `Esperó ${idleSeconds} segundos, y habría seguido esperando.`,
        ),
      )
    }
    const summary = say(
      `After ${seconds} seconds of silence it ends the session.`,
      `Tras ${seconds} segundos de silencio termina la sesión.`,
    )
    const advice = say(
      'Let it wait five minutes, as the standard asks.',
      'Hacer que espere cinco minutos, como pide la norma.',
    )
    return (seconds < 30 ? fail : warn)(summary, advice, idle.evidence)
  },
}
