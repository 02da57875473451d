// Through a proxy: what is the same for both kinds of it – the time, Stop, and what the log is told. What is said to each
// stands in socks-tunnel.ts and http-tunnel.ts, which are loaded only where there is a proxy.

import type { Socket } from 'node:net'
import { placeName } from '#shared/address/index.ts'
import { failureOf, smtpError } from '../smtp-error.ts'
import type { DialTools } from './dial.ts'
import { proxyTimedOut, type TunnelTarget } from './proxy-failures.ts'

export type Asking = {
  /** Connected to the proxy. */
  readonly socket: Socket
  readonly target: TunnelTarget
  /** For all that is said with it. */
  readonly seconds: number
  /** Puts a sentence into the log; never with the password. */
  readonly tell: (sentence: string) => void
}

/** Resolves once the socket leads to the server; what the server said already is still in the socket then. */
export type Ask = (asking: Asking) => Promise<void>

/** The socket is closed when the proxy does not do it. */
export async function tunnel(socket: Socket, target: TunnelTarget, tools: DialTools): Promise<void> {
  const { host, port, proxy } = target
  const facts = { host, port, proxy: placeName(proxy), proxyKind: proxy.kind, hasLogin: proxy.user !== null }
  const began = performance.now()
  const ms = () => Math.round((performance.now() - began) * 1000) / 1000
  const tell = (sentence: string) => void tools.tap.event('connect', sentence, { ...facts, outcome: 'asked' })
  try {
    const ask = await askOf(proxy.kind)
    await limited(ask({ socket, target, seconds: tools.seconds, tell }), target, tools)
    const sentence = `Connected to ${host} port ${port} through the proxy ${facts.proxy} after ${Math.round(ms())} ms.`
    tools.tap.event('connect', sentence, { ...facts, ms: ms(), outcome: 'connected' })
  } catch (error) {
    socket.destroy()
    const { message } = failureOf(error, 'connect')
    tools.tap.event('connect', message, { ...facts, ms: ms(), outcome: 'failed' })
    throw error
  }
}

const askOf = async (kind: TunnelTarget['proxy']['kind']): Promise<Ask> =>
  kind === 'socks5' ? (await import('./socks-tunnel.ts')).askSocks : (await import('./http-tunnel.ts')).askHttp

/** One limit for all that is said: a proxy that answers an octet at a time gets no longer. */
function limited(work: Promise<void>, target: TunnelTarget, { seconds, signal }: DialTools): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      settle()
    }
    const tooLate = () => end(() => reject(proxyTimedOut(target, `the request for ${placeName(target)}`, seconds)))
    const timer = setTimeout(tooLate, seconds * 1000)
    const stop = () => end(() => reject(stopped(target)))
    signal.addEventListener('abort', stop)
    work.then(
      () => end(resolve),
      (error: unknown) => end(() => reject(error)),
    )
    if (signal.aborted) stop()
  })
}

function stopped({ host, port, proxy }: TunnelTarget) {
  const message = `Stopped while the proxy ${placeName(proxy)} was asked for ${host} port ${port}.`
  return smtpError('stopped', 'connect', message, { facts: { host, port: String(port) } })
}
