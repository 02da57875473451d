// Attacks that are tried, and the farewell: against a server with one hole each, and against our own, which is sound.
import { expect, it } from 'vitest'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import type { DiagnoseAccess } from '../../../electron/engine/diagnose/index.ts'
import { brokenTls, type Hole } from '../../fakes/broken-tls.ts'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { startTestServer } from '../loopback/test-server.ts'

const access = (port: number): DiagnoseAccess => ({
  route: 'relay',
  host: '127.0.0.1',
  port,
  security: 'tls',
  ehloName: null,
  connection: usualConnection,
  proxySecret: null,
  certificate: { name: null, pin: null, authorities: null },
})
const judged = (port: number, id: string) =>
  diagnosed(port, { access: access(port), only: [id], tools: { replyTimeout: 1 } })

it.concurrent.each<[Hole, string]>([
  ['early CCS', 'CCS injection'],
  ['padding', 'ROBOT'],
  ['echo', 'Ticketbleed'],
])('a server with the hole “%s” falls for %s', async (hole, attack) => {
  await using server = await brokenTls(hole)
  const report = await judged(server.port, 'TLS-D2')
  const found = report.checks.find(({ id, result }) => id === 'TLS-D2' && result !== 'skipped')
  expect([found?.result, found?.summary.en.includes(attack), found?.evidence.length]).toEqual(['fail', true, 1])
})

it('a sound server withstands them, and says goodbye inside TLS', async () => {
  const server = await startTestServer()
  try {
    const implicit = server.port('submissions')
    const starttls = await diagnosed(server.port('mx'), { only: ['TLS-S10', 'TLS-D2'], tools: { replyTimeout: 2 } })
    expect([
      resultsFor(await judged(implicit, 'TLS-D2'), 'TLS-D2'),
      resultsFor(await judged(implicit, 'TLS-S10'), 'TLS-S10'),
      resultsFor(starttls, 'TLS-D2'),
      resultsFor(starttls, 'TLS-S10'),
    ]).toEqual([['pass'], ['pass'], ['pass'], ['pass']])
  } finally {
    await server.stop()
  }
})

it('nobody is attacked below level 3', async () => {
  await using server = await brokenTls(null)
  const report = await diagnosed(server.port, { access: access(server.port), level: 2, only: ['TLS-D2'] })
  expect(resultsFor(report, 'TLS-D2')).toEqual([])
})
