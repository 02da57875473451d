// One query by UDP (RFC 1035 §4.2.1). The socket is connected, so that nobody but the server is heard, and a port that
// nobody listens on is told at once.
import { createSocket } from 'node:dgram'
import { errorCode } from '../net/index.ts'
import { type Reading, readResponse } from './message.ts'
import { type DnsServer, familyOf } from './server-address.ts'

export type Exchange =
  | Exclude<Reading, { readonly kind: 'stranger' }>
  /** `isSilence`: nothing came in time. */
  | { readonly kind: 'failed'; readonly reason: string; readonly isSilence?: true }
export type Patience = { readonly milliseconds: number; readonly signal: AbortSignal }

/** Never throws. Answers to something else are not heard: they may be forged (RFC 5452 §9.1). */
export function askOverUdp(server: DnsServer, query: Buffer, { milliseconds, signal }: Patience): Promise<Exchange> {
  return new Promise((resolve) => {
    const socket = createSocket(familyOf(server.address) === 6 ? 'udp6' : 'udp4')
    const end = (exchange: Exchange) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      // Errors that come late have nobody to hear them.
      socket.removeAllListeners().on('error', () => {})
      socket.close()
      resolve(exchange)
    }
    const stop = () => end({ kind: 'failed', reason: 'it was stopped' })
    const timer = setTimeout(() => end(noAnswer(milliseconds)), milliseconds)
    signal.addEventListener('abort', stop)
    socket.on('error', (error) => end({ kind: 'failed', reason: errorCode(error) || error.message }))
    socket.on('message', (octets) => {
      const reading = readResponse(octets, query)
      if (reading.kind !== 'stranger') end(reading)
    })
    socket.on('connect', () => socket.send(query))
    if (signal.aborted) stop()
    else socket.connect(server.port, server.address)
  })
}

export const noAnswer = (milliseconds: number): Exchange => ({
  kind: 'failed',
  reason: `no answer within ${milliseconds / 1000} seconds`,
  isSilence: true,
})
