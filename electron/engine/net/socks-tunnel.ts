// Asks a SOCKS 5 proxy for a server (RFC 1928; login by RFC 1929). The protocol is the library's. It is fed octet by octet, so
// that what the server says right behind the proxy's answer stays in the socket.
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { SocksClient } from 'socks'
import { placeName, toAscii } from '#shared/address/index.ts'
import type { SmtpError } from '../smtp-error.ts'
import { createBell } from './bell.ts'
import { type ProxyFailureKind, proxyFailure, type TunnelTarget } from './proxy-failures.ts'
import type { Asking } from './tunnel.ts'

export async function askSocks(asking: Asking): Promise<void> {
  const { socket, seconds } = asking
  const { host, port, proxy } = asking.target
  const steps: Step[] = []
  const wire = new Duplex({
    read() {},
    write(octets: Buffer, _encoding, done) {
      steps.push({ kind: tellStep(octets, steps, asking), answer: [] })
      socket.write(octets, done)
    },
  })
  wire.on('error', () => {})
  const end: { outcome: 'open' | 'taken' | 'refused' } = { outcome: 'open' }
  SocksClient.createConnection({
    command: 'connect',
    // The name goes as it is: the proxy finds the address (RFC 1928 §5).
    destination: { host: toAscii(host) ?? host, port },
    proxy: { host: proxy.host, port: proxy.port, type: 5, ...loginOf(proxy) },
    existing_socket: wire,
    // Ours ends it before.
    timeout: (seconds + 1) * 1000,
  }).then(
    () => {
      end.outcome = 'taken'
    },
    () => {
      end.outcome = 'refused'
    },
  )
  try {
    for await (const octet of octetsOf(socket)) {
      steps.at(-1)?.answer.push(octet[0] ?? 0)
      wire.emit('data', octet)
      // The library goes on in a later turn.
      await turn()
      if (end.outcome !== 'open') break
    }
    if (end.outcome !== 'taken') throw refused(asking.target, steps.at(-1))
  } finally {
    wire.destroy()
  }
}

type Step = { readonly kind: 'greeting' | 'login' | 'request'; readonly answer: number[] }

const loginOf = ({ user, secret }: TunnelTarget['proxy']) =>
  user === null ? {} : { userId: user, password: secret ?? '' }

/** What the library says, as the log has it. */
function tellStep(octets: Buffer, before: readonly Step[], { target, tell }: Asking): Step['kind'] {
  const { proxy } = target
  if (before.length === 0) {
    tell(
      `Asked the SOCKS 5 proxy ${placeName(proxy)} how to go on, ${proxy.user === null ? 'without' : 'with'} a login.`,
    )
    return 'greeting'
  }
  // RFC 1929 §2: a login begins with its own version, 1.
  if (octets[0] === 1) {
    tell(`Sent the login of ${proxy.user ?? ''} to the proxy.`)
    return 'login'
  }
  if (before.at(-1)?.kind === 'login') tell('The proxy takes the login.')
  tell(`Asked the proxy for ${placeName(target)}.`)
  return 'request'
}

/** Ends when the proxy hangs up. */
async function* octetsOf(socket: Socket): AsyncGenerator<Buffer> {
  const bell = createBell()
  const events = ['readable', 'end', 'close', 'error'] as const
  for (const event of events) socket.on(event, bell.ring)
  try {
    for (;;) {
      const octet: Buffer | null = socket.read(1)
      if (octet !== null) yield octet
      else if (socket.readableEnded || socket.destroyed) return
      else await bell.wait(Number.POSITIVE_INFINITY)
    }
  } finally {
    for (const event of events) socket.off(event, bell.ring)
  }
}

/** What the proxy meant, told from its last words. */
function refused(target: TunnelTarget, step: Step | undefined): SmtpError {
  const [version, code] = step?.answer ?? []
  if (version === undefined) return proxyFailure(target, 'proxy-not-spoken', 'it hung up')
  if (step?.kind === 'login' && code !== undefined)
    return proxyFailure(target, 'proxy-login-refused', 'it does not accept user and password')
  if (step?.kind === 'login') return proxyFailure(target, 'proxy-not-spoken', 'it hung up')
  if (version !== 5) return notSocks(target, step?.answer ?? [])
  if (code === undefined) return proxyFailure(target, 'proxy-not-spoken', 'it hung up')
  if (step?.kind === 'greeting') return proxyFailure(target, 'proxy-login-refused', methodReason(target, code))
  if (code === 0) return proxyFailure(target, 'proxy-not-spoken', 'it hung up')
  const [kind, reason] = replies[code] ?? ['proxy-cannot-reach', `it answered with the code ${code}`]
  return proxyFailure(target, kind, reason)
}

function notSocks(target: TunnelTarget, answer: readonly number[]): SmtpError {
  const server = JSON.stringify(Buffer.from(answer).toString('latin1')).slice(1, -1)
  return proxyFailure(target, 'proxy-not-spoken', 'it does not speak SOCKS 5', { facts: { server } })
}

/** RFC 1928 §3: 255 is none of those that were offered. */
function methodReason({ proxy }: TunnelTarget, code: number): string {
  if (code !== 0xff) return 'it wants a login of a kind that Heloise does not know'
  return proxy.user === null ? 'it asks for a login' : 'it takes no login with user and password'
}

/** RFC 1928 §6 */
const replies: Readonly<Record<number, readonly [ProxyFailureKind, string]>> = {
  1: ['proxy-cannot-reach', 'something failed at the proxy'],
  2: ['proxy-refused', 'its rules forbid it'],
  3: ['proxy-cannot-reach', 'its network has no way there'],
  4: ['proxy-cannot-reach', 'it does not find the host'],
  5: ['proxy-cannot-reach', 'the server refused the connection'],
  6: ['proxy-cannot-reach', 'the server did not answer in time'],
  7: ['proxy-refused', 'it makes no connections'],
  8: ['proxy-cannot-reach', 'it does not take this kind of address'],
}
