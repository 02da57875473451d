// RCH-01: whether anything answers on the port.
import { say } from '#shared/explain/words.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import { fail, info, pass, type SessionCheck, warn } from '../check.ts'
import { connectEvidence } from '../evidence.ts'
import type { Observed } from '../observed.ts'
import { isConnected, notReached, wordsOf } from '../preconditions.ts'

/** Milliseconds after which a connection is slow. */
const slow = 3000

export const portOpen: SessionCheck = {
  id: 'RCH-01',
  name: say('The port is open', 'El puerto está abierto'),
  severity: 'critical',
  reference: 'RFC 5321 §3.1',
  judge(observed) {
    const evidence = connectEvidence(observed)
    if (!isConnected(observed)) return closed(observed, evidence)
    const { host, port } = observed.endpoint
    const ms = connectTime(observed)
    if (ms <= slow) {
      return pass(
        say(`${host} answers on port ${port}, after ${ms} ms.`, `${host} responde en el puerto ${port} en ${ms} ms.`),
        evidence,
      )
    }
    return warn(
      say(
        `${host} answers on port ${port}, but only after ${ms} ms.`,
        `${host} responde en el puerto ${port}, pero tarda ${ms} ms.`,
      ),
      say(
        'Look at the load of the server and at the way there.',
        'Revisar la carga del servidor y el camino hasta él.',
      ),
      evidence,
    )
  },
}

/** Stopped by hand, by this computer, by a proxy or by a DNS that does not answer: nothing is known of the port. */
const notAsked: ReadonlySet<FailureKind> = new Set([
  ...(['stopped', 'dns-unavailable', 'connection-forbidden', 'local-address-unusable'] as const),
  ...(['proxy-unreachable', 'proxy-timed-out', 'proxy-not-spoken', 'proxy-login-refused', 'proxy-refused'] as const),
])

function closed(observed: Observed, evidence: readonly number[]) {
  const { endpoint, failure } = observed
  const { host, port } = endpoint
  if (observed.lacksRoute || (failure !== null && notAsked.has(failure.kind))) return notReached(observed)
  if (endpoint.isOptional) {
    return info(
      say(
        `Nothing answers on port ${port} of ${host}; it need not, so nothing else was asked there.`,
        `Nadie responde en el puerto ${port} de ${host}; no es obligatorio, así que ahí no se preguntó nada más.`,
      ),
      null,
      evidence,
    )
  }
  const words = failure === null ? null : wordsOf(failure)
  return fail(
    words?.happened ??
      say(`Nothing answered on port ${port} of ${host}.`, `Nadie respondió en el puerto ${port} de ${host}.`),
    words?.advice ??
      say(
        'Start the service, open the firewall, or use the right port.',
        'Arrancar el servicio, abrir el cortafuegos o usar el puerto correcto.',
      ),
    evidence,
  )
}

function connectTime({ entries }: Observed): number {
  const ms = entries.find(({ kind, facts }) => kind === 'connect' && facts.outcome === 'connected')?.facts.ms
  return typeof ms === 'number' ? Math.round(ms) : 0
}
