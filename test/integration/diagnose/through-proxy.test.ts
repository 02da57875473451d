// A diagnosis of a profile with a proxy goes through it, its probes as well.
import { expect, test } from 'vitest'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { httpProxy, socksProxy } from '../../fakes/forwarding-proxy.ts'
import { relayAccess } from '../../fakes/order.ts'
import { authority, startTestServer } from '../loopback/test-server.ts'

test.each([
  ['socks5', socksProxy],
  ['http', httpProxy],
] as const)('every connection goes through a %s proxy, to the same host', async (kind, start) => {
  const server = await startTestServer()
  await using proxy = await start()
  const port = server.port('submission')
  const access = relayAccess(port, {
    host: 'mx.example',
    security: 'starttls',
    certificate: { pin: null, authorities: authority.certificate, name: 'localhost' },
    connection: { proxy: { kind, host: '127.0.0.1', port: proxy.port, user: null }, localAddress: null },
  })
  const report = await diagnosed(port, { text: '', access, level: 2, only: ['STL-06', 'TLS-V3'] })
  await server.stop()
  expect(report.connections).toBeGreaterThan(1)
  expect(proxy.asked).toEqual(Array(report.connections).fill(`mx.example:${port}`))
  expect([resultsFor(report, 'STL-06'), resultsFor(report, 'TLS-V3')]).toEqual([['pass'], ['pass']])
})
