// Scans the TLS of a place in hellos of our own: one connection a hello, at the pace of the gate, to the address that answered.
import { say } from '#shared/explain/words.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { TlsPolicyName } from '#shared/values/tls-scan-terms.ts'
import { createTap, type Tap } from '../../net/index.ts'
import { type Opener, scan, scanPlans } from '../../tls/index.ts'
import { scanChecks } from '../checks/scan-checks.ts'
import { hasTlsTried } from '../checks/tls-tried.ts'
import { endpointName, type Observed } from '../observed.ts'
import { type ProbeTools, probe } from '../probe.ts'
import { openerOf } from './tls-opener.ts'

export type ScanSeen = {
  readonly scan: TlsScan
  /** The transcript that its entries are of. */
  readonly session: string
  /** What it is held against. */
  readonly policy: TlsPolicyName
}

export const tlsScanProbe = probe<ScanSeen>({
  doing: say('Scanning encryption', 'Analizando el cifrado'),
  level: 2,
  checks: scanChecks,
  connections: (_, { scanProfile }) => scanPlans[scanProfile].most,
  // Who refuses STARTTLS in good order would refuse it each time.
  isFor: (observed) => hasTlsTried(observed) && (observed.tls !== null || observed.failure !== null),
  async look(observed, tools) {
    const { endpoint, address } = observed
    const { recorder, signal, replyTimeout, scanProfile } = tools
    const recording = recorder.begin(endpointName(endpoint))
    tools.onSession(recording.id)
    const tap = createTap(recording)
    const { port, security, certificateName } = endpoint
    const target = { endpoint: endpointName(endpoint), security, host: certificateName, port, name: certificateName }
    const found = await scan(pacedOpener(observed, tap, tools), target, scanProfile, {
      tap,
      signal,
      onEvent: () => {},
      seconds: replyTimeout,
      perMinute: null,
      backOff: [],
    })
    // Behind a proxy the socket knows the address of the proxy alone.
    const result = found.address === null ? found : { ...found, address }
    recording.end(outcomeOf(result))
    tools.onScan(result)
    return { scan: result, session: recording.id, policy: tools.tlsPolicy }
  },
})

/** The gate keeps the pace, and waits when the server has enough of us. */
function pacedOpener(observed: Observed, tap: Tap, tools: ProbeTools): Opener {
  const open = openerOf(observed, tap, tools)
  const { usual } = scanPlans[tools.scanProfile]
  let opened = 0
  return async () => {
    tools.tell(Math.min(opened, usual), usual)
    const socket = await tools.gate.pass(observed.address, open)
    opened += 1
    return socket
  }
}

function outcomeOf({ failure }: TlsScan) {
  if (failure === null) return 'ok'
  return failure.kind === 'stopped' ? 'stopped' : 'failed'
}
