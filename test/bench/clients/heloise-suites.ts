// A client that is measured: Heloise's scanner, until it knows which versions and suites a server offers after STARTTLS.

import { createTap } from '../../../electron/engine/net/index.ts'
import { openStarttls, timeLimits } from '../../../electron/engine/smtp/index.ts'
import { scan } from '../../../electron/engine/tls/index.ts'
import type { Suites, SuitesJob } from './job.ts'
import { openLog } from './log.ts'

const { port }: SuitesJob = JSON.parse(process.argv[2] ?? '')
const host = 'localhost'
const seconds = 20

async function findSuites(): Promise<Suites> {
  const stop = new AbortController()
  const { signal } = stop
  const tap = createTap(openLog().recorder('diagnose').begin(host))
  const addresses = [{ address: '127.0.0.1', family: 4 as const }]
  const open = openStarttls({ host, port, addresses, ehloName: null, limits: timeLimits(seconds) }, { tap, signal })
  const target = { endpoint: `${host}:${port}`, security: 'starttls', host, port, name: host } as const
  const cpu = process.cpuUsage()
  const began = performance.now()
  let connections = 0
  const { suites } = await scan(open, target, 'full', {
    tap,
    signal,
    seconds,
    perMinute: null,
    onEvent(event) {
      // The step after the suites.
      if (event.kind !== 'step' || event.step !== 'classes') return
      connections = event.connections
      stop.abort()
    },
  })
  const { user, system } = process.cpuUsage(cpu)
  const found = Object.fromEntries(suites.map((list) => [list.version, list.suites.map(({ id }) => id)]))
  return { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6, connections, found }
}

// The first scan compiles the code, as the first of a program that stays does.
await findSuites()
process.send?.(await findSuites(), () => process.exit())
