// Each scenario that spoils something is seen by the check that looks for it; without it, the same check passes.
import { expect, it } from 'vitest'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import type { DiagnoseAccess } from '../../../electron/engine/diagnose/index.ts'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { authority, login, startTestServer } from '../loopback/test-server.ts'
import { type ScenarioCase, scenarioCases } from './cases/scenarios.ts'

const access = (port: number): DiagnoseAccess => ({
  route: 'relay',
  host: '127.0.0.1',
  port,
  security: 'starttls',
  ehloName: null,
  connection: usualConnection,
  proxySecret: null,
  certificate: { name: 'localhost', pin: null, authorities: authority.certificate },
})

/** Longer than the server under `impatient` waits. */
const idleSeconds = 4

const named = scenarioCases.map(([scenario, expected, how = {}]) => ({
  scenario,
  expected,
  how,
  shown: JSON.stringify(expected),
}))

it.concurrent.each(named)('the scenario $scenario is seen: $shown', async ({ scenario, expected, how }) => {
  const server = await startTestServer({ scenario })
  try {
    const port = server.port(how.role ?? 'submission')
    expect(await seen(port, expected, how)).toEqual(expected)
  } finally {
    await server.stop()
  }
})

async function seen(port: number, expected: ScenarioCase[1], how: NonNullable<ScenarioCase[2]>) {
  const { role, level = 1, hasProfile, hasLogin, replyTimeout = 2 } = how
  const isKnown = hasProfile === true || hasLogin === true
  const report = await diagnosed(port, {
    level,
    only: Object.keys(expected),
    ...(isKnown ? { access: access(port) } : {}),
    ...(hasLogin ? { credentials: { user: login.user, secret: login.password } } : {}),
    tools: { pauses: [], idleSeconds, replyTimeout, ...(role === 'mx' ? { mxPort: port } : {}) },
  })
  return Object.fromEntries(Object.keys(expected).map((id) => [id, resultsFor(report, id)[0]]))
}
