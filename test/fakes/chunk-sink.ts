// A server that takes mails by BDAT or DATA and keeps their octets. It stops listening while nobody reads its replies.
import type { Socket } from 'node:net'
import { type Peer, rawPeer } from './scripted-peer.ts'

export type ChunkSinkOptions = {
  readonly offers?: readonly string[]
  /** Makes every reply this long. */
  readonly replyLength?: number
}

export type ChunkSink = Peer & {
  /** The octets of each mail, and the commands other than BDAT, in their order. */
  readonly mails: readonly Buffer[]
  readonly commands: readonly string[]
}

export async function chunkSink({
  offers = ['PIPELINING', 'CHUNKING'],
  replyLength = 0,
}: ChunkSinkOptions = {}): Promise<ChunkSink> {
  const mails: Buffer[] = []
  const commands: string[] = []
  const ehlo = ['sink', ...offers].map((text, index) => `250${index === offers.length ? ' ' : '-'}${text}\r\n`).join('')
  const ok = `250 ${'x'.repeat(replyLength)}OK\r\n`

  const serve = (socket: Socket) => {
    let input: Buffer = Buffer.alloc(0)
    let chunks: Buffer[] = []
    let isData = false
    const say = (text: string) => {
      if (!socket.write(text)) socket.pause()
    }
    socket.on('drain', () => socket.resume())
    say('220 sink\r\n')
    socket.on('data', (octets: Buffer) => {
      input = Buffer.concat([input, octets])
      for (let end = input.indexOf('\r\n'); end !== -1; end = input.indexOf('\r\n')) {
        if (isData) {
          const dot = input.indexOf('\r\n.\r\n')
          if (dot === -1) return
          mails.push(input.subarray(0, dot + 2))
          input = input.subarray(dot + 5)
          isData = false
          say(ok)
          continue
        }
        const line = input.subarray(0, end).toString()
        isData = line === 'DATA'
        const bdat = /^BDAT (\d+)( LAST)?$/.exec(line)
        const size = Number(bdat?.[1] ?? 0)
        if (input.length < end + 2 + size) return
        const chunk = input.subarray(end + 2, end + 2 + size)
        input = input.subarray(end + 2 + size)
        if (bdat === null) commands.push(line)
        else chunks.push(chunk)
        if (bdat?.[2] !== undefined) {
          mails.push(Buffer.concat(chunks))
          chunks = []
        }
        if (isData) say('354 Go on\r\n')
        else say(/^EHLO/.test(line) ? ehlo : /^QUIT/.test(line) ? '221 Bye\r\n' : ok)
      }
    })
  }
  const peer = await rawPeer(serve)
  return { ...peer, mails, commands }
}
