// One query by TCP (RFC 7766), for answers that do not fit into a datagram.
import { connect } from 'node:net'
import { errorCode } from '../net/index.ts'
import { type Exchange, noAnswer, type Patience } from './ask-udp.ts'
import { readResponse } from './message.ts'
import type { DnsServer } from './server-address.ts'
import { createFrameReader } from './tcp-frames.ts'

/** Messages that answer something else; a server that sends more of them is not talking to us. */
const mostStrangers = 16

/** Never throws. A message has at most 64 KiB, and the time is limited, so that an endless one does no harm. */
export function askOverTcp(server: DnsServer, query: Buffer, { milliseconds, signal }: Patience): Promise<Exchange> {
  return new Promise((resolve) => {
    const socket = connect({ host: server.address, port: server.port, noDelay: true })
    const frames = createFrameReader()
    let strangers = 0
    const end = (exchange: Exchange) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      socket.destroy()
      resolve(exchange)
    }
    const fail = (reason: string) => end({ kind: 'failed', reason })
    const stop = () => fail('it was stopped')
    const timer = setTimeout(() => end(noAnswer(milliseconds)), milliseconds)
    signal.addEventListener('abort', stop)
    socket.on('error', (error) => fail(errorCode(error) || error.message))
    socket.on('close', () => fail('the server closed the connection'))
    socket.once('connect', () => socket.write(framed(query)))
    socket.on('data', (octets: Buffer) => {
      for (const message of frames(octets)) {
        const reading = readResponse(message, query)
        if (reading.kind !== 'stranger') return end(reading)
        strangers += 1
        if (strangers > mostStrangers) return fail('its answers are not for us')
      }
    })
    if (signal.aborted) stop()
  })
}

function framed(query: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(query.length)
  return Buffer.concat([length, query])
}
