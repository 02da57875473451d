// ROB-16: the server waits for a client that thinks. Who did not hang up while we waited may do it later: no more is said.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'

/** Seconds. RFC 5321 §4.5.3.2.7 */
const asked = 300
/** Seconds in which a client may well ask a person or DNS. */
const least = 30

export const idlePatience: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-16',
  name: say('The server waits for slow clients', 'El servidor espera a clientes lentos'),
  severity: 'low',
  reference: 'RFC 5321 §4.5.3.2.7',
  judge({ seen: { idle, idleSeconds } }) {
    if (idle.end === 'silent') return pass(stayed(idleSeconds), idle.evidence)
    const seconds = Math.round(idle.ms / 1000)
    const summary = say(
      `After ${seconds} seconds of silence it ends the session.`,
      `Tras ${seconds} segundos de silencio termina la sesión.`,
    )
    if (seconds >= asked) return pass(summary, idle.evidence)
    return (seconds < least ? fail : warn)(summary, advice, idle.evidence)
  },
}

const stayed = (seconds: number) =>
  seconds >= asked
    ? say(
        `It stayed for ${seconds} seconds, as the standard asks.`,
        `Se quedó ${seconds} segundos, como pide la norma.`,
      )
    : say(
        `It stayed for the ${seconds} seconds that we waited; the standard asks for ${asked}.`,
        `Se quedó los ${seconds} segundos que esperamos; la norma pide ${asked}.`,
      )

const advice = say(
  'Let it wait five minutes, as the standard asks.',
  'Hacer que espere cinco minutos, como pide la norma.',
)
