// The life of the server: its ports, its stop, its limits, and those who store its mails.
import { createServer } from 'node:net'
import { duplexPair } from 'node:stream'
import { createSecureContext } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { createGreylist } from '../../../electron/engine/loopback/greylist.ts'
import { PortUnavailable, startLoopback } from '../../../electron/engine/loopback/index.ts'
import { type Limits, limits } from '../../../electron/engine/loopback/limits.ts'
import { createLockout } from '../../../electron/engine/loopback/lockout.ts'
import type { IncomingMail } from '../../../electron/engine/loopback/options.ts'
import { serve } from '../../../electron/engine/loopback/session.ts'
import { connect, connectSecurely } from './client.ts'
import { collect, identity, login, startTestServer, type TestServer } from './test-server.ts'

let server: TestServer | null = null
afterEach(async () => {
  await server?.stop()
  server = null
})

const recorder = { begin: () => ({ id: '1', add: () => {}, end: () => {} }) }
const receive = async () => ({ id: '1' })

describe('the ports', () => {
  it('are three, the same on 127.0.0.1 and ::1', async () => {
    server = await startTestServer()
    const [mx, submission, submissions] = server.listeners
    expect(server.listeners).toEqual([
      { role: 'mx', port: mx?.port, security: 'starttls', auth: 'optional' },
      { role: 'submission', port: submission?.port, security: 'starttls', auth: 'required' },
      { role: 'submissions', port: submissions?.port, security: 'tls', auth: 'required' },
    ])
    for (const host of ['127.0.0.1', '::1']) {
      for (const open of [connect(server.port('mx'), host), connectSecurely(server.port('submissions'), host)]) {
        const client = await open
        expect(await client.reply()).toBe('220 localhost ESMTP Heloise loopback server')
        client.drop()
      }
    }
  })

  it.each(['127.0.0.1', '::1'])(
    'that are in use on %s are named with their role, and nothing is left open',
    async (host) => {
      const other = createServer()
      await new Promise<void>((resolve) => other.listen({ port: 0, host, ipv6Only: true }, resolve))
      const address = other.address()
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0
      server = await startTestServer()
      const mx = server.port('mx')
      await server.stop()
      const ports = { mx, submission: port, submissions: 0 }
      const start = () => startLoopback({ ports, scenario: 'none', login, identity }, { recorder, receive })
      const failure = await start().catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(PortUnavailable)
      expect(failure).toMatchObject({
        ...{ port, role: 'submission', code: 'EADDRINUSE' },
        message: `Port ${port}, wanted for submission, is in use by another program.`,
      })
      await expect(connect(mx)).rejects.toThrow('ECONNREFUSED')
      await new Promise((resolve) => other.close(resolve))
    },
  )
})

describe('the stop', () => {
  it('ends every session with 421, wherever it is, and frees the ports', async () => {
    server = await startTestServer()
    const { listeners } = server
    const clients = await Promise.all([1, 2, 3].map(() => connect(server?.port('mx') ?? 0)))
    for (const [index, client] of clients.entries()) {
      await client.reply()
      const lines = ['EHLO client.test', 'MAIL FROM:<>', 'RCPT TO:<a@b.test>', 'DATA'].slice(0, index * 2)
      for (const line of lines) await client.ask(line)
    }
    const inHandshake = await connect(server.port('submissions'))
    await server.stop()
    const rest = await Promise.all(clients.map((client) => client.rest()))
    expect(rest).toEqual(Array(3).fill('421 4.3.2 The server is stopping\r\n'))
    expect(await inHandshake.rest()).toBe('')
    expect(await Promise.all(server.sessions.map(({ outcome }) => outcome))).toEqual(Array(4).fill('stopped'))
    for (const { port } of listeners) await expect(connect(port)).rejects.toThrow('ECONNREFUSED')
  })

  it('can be asked for twice', async () => {
    server = await startTestServer()
    await Promise.all([server.stop(), server.stop()])
  })
})

async function sendMail(port: number): Promise<string[]> {
  const client = await connect(port)
  await client.reply()
  for (const line of ['EHLO client.test', 'MAIL FROM:<>', 'RCPT TO:<a@b.test>', 'DATA']) await client.ask(line)
  const replies = [await client.ask('text\r\n.'), await client.ask('NOOP')]
  client.drop()
  return replies
}

describe('whoever stores a mail', () => {
  it('decides when the client sees 250', async () => {
    const { promise, resolve } = Promise.withResolvers<{ id: string }>()
    const { promise: isRead, resolve: read } = Promise.withResolvers<void>()
    const keep = async (mail: IncomingMail) => {
      await collect(mail.content)
      read()
      return promise
    }
    server = await startTestServer({ receive: keep })
    const sent = sendMail(server.port('mx'))
    await isRead
    const soFar = server.sessions[0]?.entries.at(-1)?.text
    resolve({ id: 'x1' })
    expect([soFar, await sent]).toEqual(['.', ['250 2.0.0 kept as x1', '250 2.0.0 OK']])
  })

  it.each([
    ['before reading', async () => Promise.reject(new Error('no room'))],
    [
      'in the middle of it',
      async ({ content }: IncomingMail) => {
        for await (const _octets of content) throw new Error('no room')
        return { id: 'never' }
      },
    ],
  ] as const)('and fails %s makes it 451, and the session goes on', async (_when, keep) => {
    server = await startTestServer({ receive: keep })
    expect(await sendMail(server.port('mx'))).toEqual([
      '451 4.3.0 The mail could not be stored here: try again later',
      '250 2.0.0 OK',
    ])
    expect(server.sessions[0]?.entries.map(({ text }) => text)).toContain('The mail was not stored: no room')
  })
})

describe('a limit', () => {
  /** A session over a pair of streams in memory, with limits of its own. */
  async function serveWith(limit: Partial<Limits>, input: string, isCrowded = false): Promise<string> {
    const [ours, theirs] = duplexPair()
    const host = {
      tools: {
        recorder,
        receive: async ({ content }: IncomingMail) => ({ id: String((await collect(content)).length) }),
      },
      account: login,
      secureContext: createSecureContext({ key: identity.key, cert: identity.certificate }),
      limits: { ...limits, ...limit },
      signal: new AbortController().signal,
    }
    const client = { address: '127.0.0.1', port: 1 }
    const memory = { greylist: createGreylist(), lockout: createLockout() }
    const visit = { role: 'mx', port: 25, client, scenario: 'none', ...memory, isCrowded } as const
    const session = serve(theirs, visit, host)
    ours.write(input)
    const said = collect(ours).then((octets) => octets.toString())
    ours.on('end', () => ours.end())
    await session
    return (await said).replace(/250-.*\r\n/g, '').replaceAll('\r\n', '|')
  }
  const hello = 'EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.test>\r\nDATA\r\n'

  it.each([
    ['of patience with a silent client', { commandTime: 20 }, '', /\|421 4\.4\.2 .*\|$/],
    ['of patience with half a line', { commandTime: 20 }, 'EHL', /\|421 4\.4\.2 .*\|$/],
    ['of patience with half a mail', { blockTime: 20 }, `${hello}text\r\n`, /\|354 .*\|421 4\.4\.2 .*\|$/],
    ['of size', { mailSize: 10 }, `${hello}text of a mail\r\n.\r\nQUIT\r\n`, /\|354 .*\|552 5\.3\.4 .*\|221 .*\|$/],
    ['of size, just met', { mailSize: 6 }, `${hello}text\r\n.\r\nQUIT\r\n`, /\|250 2\.0\.0 kept as 6\|221 .*\|$/],
    [
      'of what a refused mail may still send',
      { mailSize: 5, refusedSize: 5 },
      `${hello}text of a mail\r\n`,
      /\|421 4\.3\.4 .*\|$/,
    ],
  ] as const)('%s is kept', async (_what, limit, input, said) => {
    expect(await serveWith({ farewellTime: 50, ...limit }, input)).toMatch(said)
  })

  it('of sessions greets with 421', async () => {
    expect(await serveWith({}, '', true)).toMatch(/^421 4\.3\.2 Too many sessions/)
  })
})
