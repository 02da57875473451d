// A program of its own: an SMTP server that takes everything, keeps nothing, and answers each read with one write.
// It offers PIPELINING and, unless told otherwise, CHUNKING; it understands well-formed SMTP alone, and is to cost less than any client.
import { createServer, type Socket } from 'node:net'
import { tellHarness } from './serving.ts'

const server = createServer({ noDelay: true }, serve)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) tellHarness(address.port)
})

const greeting = '220 sink\r\n'
const chunking = process.argv.includes('--no-chunking') ? '' : '250-CHUNKING\r\n'
const offers = `250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n${chunking}250 SIZE 0\r\n`
const goAhead = '354 Go ahead\r\n'
const ok = '250 2.0.0 Ok\r\n'
const bye = '221 2.0.0 Bye\r\n'

/** What comes next on a connection. */
type Awaited = 'command' | 'data' | 'chunk'

function serve(socket: Socket): void {
  let awaited: Awaited = 'command'
  /** Octets of a chunk that are still to come. */
  let left = 0
  /** The end of the read before, where it is not clear yet what it belongs to. */
  let rest: Buffer = Buffer.alloc(0)

  const takeCommand = (octets: Buffer, at: number, end: number): string => {
    switch (octets[at]) {
      case letters.B:
        awaited = 'chunk'
        left = Number.parseInt(octets.toString('latin1', at + 'BDAT '.length, end), 10)
        return ''
      case letters.D:
        awaited = 'data'
        return goAhead
      case letters.E:
      case letters.H:
        return offers
      case letters.Q:
        return bye
      default:
        return ok
    }
  }

  /** Answers what is in one read, and keeps what is not whole. */
  const take = (octets: Buffer): string => {
    let replies = ''
    let at = 0
    while (at < octets.length || awaited === 'chunk') {
      if (awaited === 'chunk') {
        const taken = Math.min(left, octets.length - at)
        at += taken
        left -= taken
        if (left > 0) break
        awaited = 'command'
        replies += ok
      } else if (awaited === 'data') {
        const end = octets.indexOf(finalDot, at)
        if (end === -1) {
          at = Math.max(at, octets.length - finalDot.length + 1)
          break
        }
        at = end + finalDot.length
        awaited = 'command'
        replies += ok
      } else {
        const end = octets.indexOf(lf, at)
        if (end === -1) break
        replies += takeCommand(octets, at, end)
        at = end + 1
      }
    }
    rest = octets.subarray(at)
    return replies
  }

  socket.on('error', () => socket.destroy())
  socket.on('data', (octets: Buffer) => {
    const replies = take(rest.length === 0 ? octets : Buffer.concat([rest, octets]))
    if (replies !== '') socket.write(replies, 'latin1')
    if (replies.endsWith(bye)) socket.end()
  })
  socket.write(greeting)
}

const lf = 0x0a
const finalDot = Buffer.from('\r\n.\r\n')
const letters = { B: 0x42, D: 0x44, E: 0x45, H: 0x48, Q: 0x51 }
