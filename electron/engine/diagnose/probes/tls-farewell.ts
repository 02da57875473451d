// Shakes hands, says QUIT, and watches how the server ends TLS.
import { say } from '#shared/explain/words.ts'
import type { ScanOutcome } from '#shared/values/tls-scan-terms.ts'
import { createTap } from '../../net/index.ts'
import { farewellOf } from '../../tls/index.ts'
import { closeNotify } from '../checks/close-notify.ts'
import { endpointName } from '../observed.ts'
import { probe } from '../probe.ts'
import { openerOf } from './tls-opener.ts'

export type FarewellSeen = { readonly outcome: ScanOutcome; readonly session: string; readonly entry: number }

/** Seconds in which a server that takes leave has hung up. */
const patience = 5

export const tlsFarewellProbe = probe<FarewellSeen>({
  doing: say('Taking leave inside encryption', 'Despidiéndose dentro del cifrado'),
  level: 2,
  checks: [closeNotify],
  connections: () => 1,
  isFor: ({ tls }) => tls !== null,
  async look(observed, tools) {
    const { endpoint, address } = observed
    const recording = tools.recorder.begin(endpointName(endpoint))
    tools.onSession(recording.id)
    const tap = createTap(recording)
    const raw = await tools.gate.pass(address, openerOf(observed, tap, tools)).catch((error: unknown) => {
      recording.end('failed')
      throw error
    })
    const outcome = await farewellOf(raw, {
      name: endpoint.certificateName,
      greets: endpoint.security === 'tls',
      seconds: Math.min(patience, tools.replyTimeout),
      signal: tools.signal,
    })
    const { index } = tap.event('note', `QUIT was said inside TLS; close_notify came: ${outcome}.`)
    recording.end('ok')
    return { outcome, session: recording.id, entry: index }
  },
})
