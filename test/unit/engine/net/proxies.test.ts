// Through a proxy: what is said to it, what is kept of what comes behind its answer, and how each way of failing is called.
import type { Socket } from 'node:net'
import { describe, expect, it, test } from 'vitest'
import { connect, createTap, type Way } from '../../../../electron/engine/net/index.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import { closedPort } from '../../../fakes/closed-port.ts'
import { type ForwardingOptions, httpProxy, socksProxy } from '../../../fakes/forwarding-proxy.ts'
import { memoryRecorder } from '../../../fakes/recorder.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'
import { rawPeer } from '../../../fakes/scripted-peer.ts'

type Kind = 'socks5' | 'http'
type Wish = {
  user?: string
  secret?: string
  host?: string
  seconds?: number
  signal?: AbortSignal
  localAddress?: string
}

const makers = { socks5: socksProxy, http: httpProxy }
const kinds = ['socks5', 'http'] as const

/** Connects to mx.example through a proxy on this port, reads a line, and hangs up. Only the name of the proxy is in DNS. */
async function tryThrough(kind: Kind, port: number, target: number, wish: Wish = {}) {
  const { recorder, sessions } = memoryRecorder()
  const { user = null, secret = null, host = 'proxy.example', localAddress = null } = wish
  const way: Way = { proxy: { kind, host, port, user, secret }, localAddress }
  const asked: string[] = []
  const resolver = fakeResolver({ addresses: { 'proxy.example': ['127.0.0.1'] } })
  const lookup = (name: string, signal: AbortSignal) => {
    asked.push(name)
    return resolver.addresses(name, signal)
  }
  const signal = wish.signal ?? new AbortController().signal
  const tools = { tap: createTap(recorder.begin('x')), signal, onStage: () => {} }
  const result = await connect(
    { host: 'mx.example', port: target, seconds: wish.seconds ?? 5, way },
    lookup,
    tools,
  ).then(
    async (connection) => {
      const line = await connection.readLine({ at: performance.now() + 5000, seconds: 5 }, 'the connection')
      connection.drop()
      return { peer: connection.peer, line: line.octets.toString() }
    },
    (error: unknown) => failureOf(error, 'connect'),
  )
  return { result, asked, log: sessions.flatMap(({ entries }) => entries).map(({ text }) => text) }
}

const greeter = () => rawPeer((socket) => socket.write('220 mx.example ESMTP\r\n250 more\r\n'))

async function failureThrough(kind: Kind, onConnection: (socket: Socket) => void, wish: Wish = {}) {
  await using proxy = await rawPeer(onConnection)
  const { result, log } = await tryThrough(kind, proxy.port, 25, wish)
  if (!('kind' in result)) throw new Error('It was expected to fail.')
  const { kind: named, stage, facts } = result
  return { failure: `${named} ${stage}: ${facts.reason}`, facts, log: log.join('\n') }
}

describe.each(kinds)('a %s proxy', (kind) => {
  const through = async (options: ForwardingOptions, wish: Wish = {}) => {
    await using server = await greeter()
    await using proxy = await makers[kind](options)
    const { result, asked, log } = await tryThrough(kind, proxy.port, server.port, wish)
    const { logins, clients } = proxy
    return { result, lookedUp: asked, log, logins, clients, asked: proxy.asked, server: server.port, port: proxy.port }
  }

  it('is given the name, which nobody looks up here', async () => {
    const { result, lookedUp, asked, server } = await through({})
    expect({ result, lookedUp, asked }).toEqual({
      result: {
        peer: { host: 'mx.example', port: server, address: 'mx.example', family: 'proxied' },
        line: '220 mx.example ESMTP',
      },
      lookedUp: ['proxy.example'],
      asked: [`mx.example:${server}`],
    })
  })

  it('may send the greeting of the server in one write with its answer', async () => {
    expect((await through({ isTogether: true })).result).toMatchObject({ line: '220 mx.example ESMTP' })
  })

  it('gets user and password, which are in no entry of the log', async () => {
    const login = { user: 'ana', password: 's3cret words ñ' }
    const { result, logins, log, port, server } = await through({ login }, { user: 'ana', secret: login.password })
    expect(result).toMatchObject({ line: '220 mx.example ESMTP' })
    expect(logins).toEqual(['ana:s3cret words ñ'])
    expect(log.join('\n')).not.toMatch(/s3cret|YW5h/)
    expect(log.filter((text) => !/^Connected to/.test(text))).toEqual([
      'proxy.example has the address 127.0.0.1.',
      ...told[kind](`proxy.example:${port}`, `mx.example:${server}`),
      '220 mx.example ESMTP',
      'We closed the connection.',
    ])
    expect(log.filter((text) => /^Connected to/.test(text)).map((text) => text.replace(/ after.*/, ''))).toEqual([
      `Connected to the proxy 127.0.0.1 port ${port} (IPv4)`,
      `Connected to mx.example port ${server} through the proxy proxy.example:${port}`,
    ])
  })

  it('that asks for a login is told from one that refuses it', async () => {
    const login = { user: 'ana', password: 'right' }
    const reasonOf = async (wish: Wish) => {
      const { result } = await through({ login }, wish)
      return 'kind' in result ? `${result.kind}: ${result.facts.reason}` : ''
    }
    expect([await reasonOf({}), await reasonOf({ user: 'ana', secret: 'wrong' })]).toEqual([
      'proxy-login-refused: it asks for a login',
      'proxy-login-refused: it does not accept user and password',
    ])
  })

  it('is connected with from the chosen address', async () => {
    expect((await through({}, { localAddress: '127.0.0.9' })).clients).toEqual(['127.0.0.9'])
  })

  it('that finds no server there says so', async () => {
    await using proxy = await makers[kind]()
    const { result } = await tryThrough(kind, proxy.port, await closedPort())
    expect(result).toMatchObject({ kind: 'proxy-cannot-reach', stage: 'connect', facts: { host: 'mx.example' } })
  })

  it('that is not there is no fault of the server', async () => {
    const port = await closedPort()
    const { result } = await tryThrough(kind, port, 25)
    expect(result).toMatchObject({
      kind: 'proxy-unreachable',
      stage: 'connect',
      facts: { proxy: `proxy.example:${port}`, host: 'mx.example', reason: 'ECONNREFUSED' },
    })
  })

  it('of a name that is in no DNS is not reached', async () => {
    const { result } = await tryThrough(kind, 1080, 25, { host: 'nowhere.example' })
    expect(result).toMatchObject({ kind: 'proxy-unreachable', facts: { reason: 'there is no host of this name' } })
  })

  it('that hangs up at once is no proxy', async () => {
    const { failure } = await failureThrough(kind, (socket) => socket.end())
    expect(failure).toBe('proxy-not-spoken connect: it hung up')
  })

  it('that resets the connection is no proxy', async () => {
    const { failure } = await failureThrough(kind, (socket) => socket.once('data', () => socket.resetAndDestroy()))
    expect(failure).toBe('proxy-not-spoken connect: it hung up')
  })

  it('that says nothing is given up in time', async () => {
    const { failure, facts } = await failureThrough(kind, (socket) => socket.resume(), { seconds: 0.1 })
    expect([failure, facts.seconds]).toEqual(['proxy-timed-out connect: no answer within 0.1 seconds', '0.1'])
  })

  it('that speaks SSH is shown by its first words', async () => {
    const { failure, facts } = await failureThrough(kind, (socket) => socket.write('SSH-2.0-OpenSSH_9.9\r\n'))
    const name = { socks5: 'SOCKS 5', http: 'HTTP' }[kind]
    expect([failure, facts.server?.slice(0, 2)]).toEqual([`proxy-not-spoken connect: it does not speak ${name}`, 'SS'])
  })

  it('can be stopped while it is silent', async () => {
    const stop = new AbortController()
    const { failure } = await failureThrough(kind, (socket) => socket.once('data', () => stop.abort()), {
      signal: stop.signal,
      seconds: 60,
    })
    expect(failure).toBe('stopped connect: undefined')
  })
})

const told: Record<Kind, (proxy: string, server: string) => string[]> = {
  socks5: (proxy, server) => [
    `Asked the SOCKS 5 proxy ${proxy} how to go on, with a login.`,
    'Sent the login of ana to the proxy.',
    'The proxy takes the login.',
    `Asked the proxy for ${server}.`,
  ],
  http: (proxy, server) => [
    `Asked the HTTP proxy ${proxy} for ${server}, with the login of ana.`,
    'The proxy answered: 200 Connection established.',
  ],
}

/** Answers the first octets of the client with these, the next ones with the next. */
const answering =
  (...answers: readonly (string | readonly number[])[]) =>
  (socket: Socket) => {
    const rest = [...answers]
    socket.on('data', () => {
      const answer = rest.shift()
      if (answer !== undefined) socket.write(typeof answer === 'string' ? answer : Buffer.from(answer))
    })
  }

describe('SOCKS 5', () => {
  test.each([
    [1, 'proxy-cannot-reach', 'something failed at the proxy'],
    [2, 'proxy-refused', 'its rules forbid it'],
    [3, 'proxy-cannot-reach', 'its network has no way there'],
    [4, 'proxy-cannot-reach', 'it does not find the host'],
    [5, 'proxy-cannot-reach', 'the server refused the connection'],
    [6, 'proxy-cannot-reach', 'the server did not answer in time'],
    [7, 'proxy-refused', 'it makes no connections'],
    [8, 'proxy-cannot-reach', 'it does not take this kind of address'],
    [99, 'proxy-cannot-reach', 'it answered with the code 99'],
  ])('the code %i means %s', async (code, kind, reason) => {
    const { failure } = await failureThrough('socks5', answering([5, 0], [5, code, 0, 1, 0, 0, 0, 0, 0, 0]))
    expect(failure).toBe(`${kind} connect: ${reason}`)
  })

  test.each([
    [
      'a method that was not offered',
      [5, 1],
      'proxy-login-refused',
      'it wants a login of a kind that Heloise does not know',
    ],
    ['an answer of SOCKS 4', [0, 90], 'proxy-not-spoken', 'it does not speak SOCKS 5'],
  ])('%s is named', async (_name, answer, kind, reason) => {
    expect((await failureThrough('socks5', answering(answer))).failure).toBe(`${kind} connect: ${reason}`)
  })

  it('half an answer is none', async () => {
    const half = (socket: Socket) =>
      answering([5, 0], [5, 0, 0, 3])(socket.once('data', () => setImmediate(() => socket.end())))
    expect((await failureThrough('socks5', half)).failure).toBe('proxy-not-spoken connect: it hung up')
  })

  it('octets ahead of their time are not taken for answers to what was not yet asked', async () => {
    const { failure } = await failureThrough('socks5', (socket) => {
      socket.write(Buffer.from([5, 0, 5, 2, 0, 1, 0, 0, 0, 0, 0, 0]))
      socket.resume()
    })
    expect(failure).toBe('proxy-refused connect: its rules forbid it')
  })

  it('an address goes as an address', async () => {
    await using server = await greeter()
    await using proxy = await socksProxy()
    const way: Way = {
      proxy: { kind: 'socks5', host: '127.0.0.1', port: proxy.port, user: null, secret: null },
      localAddress: null,
    }
    const tools = {
      tap: createTap(memoryRecorder().recorder.begin('x')),
      signal: new AbortController().signal,
      onStage: () => {},
    }
    for (const host of ['192.0.2.7', '2001:db8::1'])
      (await connect({ host, port: server.port, seconds: 5, way }, fakeResolver().addresses, tools)).drop()
    expect(proxy.asked).toEqual([`192.0.2.7:${server.port}`, `2001:0db8:0000:0000:0000:0000:0000:0001:${server.port}`])
  })
})

describe('HTTP CONNECT', () => {
  test.each([
    ['HTTP/1.1 403 Access violation\r\n\r\n', 'proxy-refused', 'it answered 403 Access violation'],
    ['HTTP/1.1 405 Method Not Allowed\r\n\r\n', 'proxy-refused', 'it answered 405 Method Not Allowed'],
    ['HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n', 'proxy-refused', 'it answered 301 Moved'],
    ['HTTP/1.1 501 Not Implemented\r\n\r\n', 'proxy-refused', 'it answered 501 Not Implemented'],
    ['HTTP/1.0 500 Unable to connect\r\n\r\n<html>', 'proxy-cannot-reach', 'it answered 500 Unable to connect'],
    ['HTTP/1.1 504 Gateway Timeout\r\n\r\n', 'proxy-cannot-reach', 'it answered 504 Gateway Timeout'],
    ['HTTP/1.1 100 Continue\r\n\r\n', 'proxy-refused', 'it answered 100 Continue'],
    ['HTTP/1.0 401 Unauthorized\r\n\r\n', 'proxy-login-refused', 'it asks for a login'],
    [
      'HTTP/1.1 407 Who\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n',
      'proxy-login-refused',
      'it wants a login of a kind that Heloise does not know',
    ],
  ])('%j is %s', async (answer, kind, reason) => {
    expect((await failureThrough('http', answering(answer))).failure).toBe(`${kind} connect: ${reason}`)
  })

  test.each([
    ['a status line', 'HTTP/1.1 200 '],
    ['a header', 'HTTP/1.1 200 OK\r\nX: '],
    ['headers', `HTTP/1.1 200 OK\r\n${'X: 1\r\n'.repeat(10_000)}`],
  ])('%s without an end is given up', async (_name, start) => {
    const { failure } = await failureThrough('http', (socket) => {
      socket.write(start + 'x'.repeat(200_000))
      socket.resume()
    })
    expect(failure).toBe('proxy-not-spoken connect: its answer has no end')
  })

  it('an octet at a time does not stretch the time that the answer has', async () => {
    const { failure } = await failureThrough(
      'http',
      (socket) => {
        socket.write('HTTP/1.1 200 ')
        const timer = setInterval(() => socket.write('x'), 5)
        socket.on('close', () => clearInterval(timer)).resume()
      },
      { seconds: 0.2 },
    )
    expect(failure).toBe('proxy-timed-out connect: no answer within 0.2 seconds')
  })

  it('a proxy that repeats our login does not bring it into log or error', async () => {
    const token = Buffer.from('ana:s3cret').toString('base64')
    const wish = { user: 'ana', secret: 's3cret' }
    const { failure, facts, log } = await failureThrough(
      'http',
      answering(`HTTP/1.1 403 ana:s3cret ${token}\r\n\r\n`),
      wish,
    )
    expect(failure).toBe('proxy-refused connect: it answered 403 ana:[hidden] [hidden]')
    expect(`${JSON.stringify(facts)}${log}`).not.toMatch(new RegExp(`s3cret|${token}`))
  })

  it('asks in the words of RFC 9110 §9.3.6, and does not say that it will hang up', async () => {
    const heard: string[] = []
    await failureThrough('http', (socket) =>
      socket.on('data', (octets: Buffer) => {
        heard.push(octets.toString())
        socket.end('HTTP/1.1 403 No\r\n\r\n')
      }),
    )
    expect(heard.join('')).toBe('CONNECT mx.example:25 HTTP/1.1\r\nHost: mx.example:25\r\n\r\n')
  })
})
