// Our client logs in to our server, by each mechanism that the server has.
import { afterEach, expect, it, test } from 'vitest'
import { checkAccess } from '../../../electron/engine/delivery/index.ts'
import { deliveryTools, relayAccess } from '../../fakes/order.ts'
import { authority, login, startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
afterEach(() => server.stop())

async function logIn(
  mechanism: 'automatic' | 'PLAIN' | 'LOGIN' | 'CRAM-MD5' | 'SCRAM-SHA-1' | 'SCRAM-SHA-256',
  secret: string,
) {
  const tools = deliveryTools()
  const access = relayAccess(server.port('submission'), {
    security: 'starttls',
    login: { user: login.user, mechanism, allowPlaintext: false },
    secret,
    certificate: { pin: null, authorities: authority.certificate, name: null },
  })
  const { auth, failure } = await checkAccess(access, tools, { replyTimeout: 5 })
  const entries = JSON.stringify([tools.sessions, server.sessions])
  return { outcome: auth?.mechanism ?? failure?.kind, entries }
}

test.each([
  ['automatic', 'SCRAM-SHA-256'],
  ['SCRAM-SHA-256', 'SCRAM-SHA-256'],
  ['SCRAM-SHA-1', 'SCRAM-SHA-1'],
  ['CRAM-MD5', 'CRAM-MD5'],
  ['PLAIN', 'PLAIN'],
  ['LOGIN', 'LOGIN'],
] as const)('%s logs in by %s, a wrong password is refused, and neither is in any log', async (mechanism, name) => {
  server = await startTestServer()
  const right = await logIn(mechanism, login.password)
  const wrong = await logIn(mechanism, 'wrong horse')
  expect([right.outcome, wrong.outcome]).toEqual([name, 'login-refused'])
  for (const secret of [login.password, 'wrong horse'])
    for (const text of [secret, Buffer.from(secret).toString('base64')])
      expect(right.entries + wrong.entries).not.toContain(text)
})

it('the proofs of SCRAM are in no log', async () => {
  server = await startTestServer()
  const { entries } = await logIn('SCRAM-SHA-1', login.password)
  expect(entries.match(/proof hidden/g)?.length).toBe(4)
  expect(entries).not.toMatch(/,p=|v=|dj[0-9]/)
})
