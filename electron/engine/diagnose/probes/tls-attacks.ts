// Tries attacks on the TLS of a server of one's own.
import { say } from '#shared/explain/words.ts'
import { createTap } from '../../net/index.ts'
import { type Attempt, attack, createProber, mostConnections, systemClock } from '../../tls/index.ts'
import { triedAttacks } from '../checks/tried-attacks.ts'
import { endpointName } from '../observed.ts'
import { probe } from '../probe.ts'
import { openerOf } from './tls-opener.ts'

export type AttacksSeen = { readonly attempts: readonly Attempt[]; readonly session: string }

/** Seconds after which silence is an answer. */
const patience = 3

export const tlsAttacksProbe = probe<AttacksSeen>({
  doing: say('Trying attacks on encryption', 'Probando ataques al cifrado'),
  level: 3,
  checks: [triedAttacks],
  connections: () => mostConnections,
  isFor: ({ tls }) => tls !== null,
  async look(observed, tools) {
    const { endpoint, address } = observed
    const { recorder, signal, gate, onSession } = tools
    const recording = recorder.begin(endpointName(endpoint))
    onSession(recording.id)
    const tap = createTap(recording)
    const open = openerOf(observed, tap, tools)
    const seconds = Math.min(patience, tools.replyTimeout)
    const prober = createProber(() => gate.pass(address, open), {
      tap,
      signal,
      seconds,
      perMinute: null,
      maxConnections: mostConnections,
      place: { host: endpoint.host, port: String(endpoint.port) },
      onPause: () => {},
      backOff: [],
      clock: systemClock,
    })
    try {
      const attempts = await attack({ prober, name: endpoint.certificateName, seconds, signal })
      recording.end('ok')
      return { attempts, session: recording.id }
    } catch (error) {
      recording.end('failed')
      throw error
    } finally {
      await prober.end()
    }
  },
})
