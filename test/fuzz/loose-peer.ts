// A server that says its lines whatever it is told: it waits for a line of the client where its script has one.
import type { Socket } from 'node:net'
import { type Peer, rawPeer } from '../fakes/scripted-peer.ts'

export async function loosePeer(lines: readonly string[]): Promise<Peer> {
  const scripts = connectionsOf(lines)
  return rawPeer((socket) => void play(socket, scripts.shift() ?? []))
}

function connectionsOf(lines: readonly string[]): string[][] {
  const scripts: string[][] = [[]]
  for (const line of lines) {
    if (line === '* connect') scripts.push([])
    else scripts.at(-1)?.push(line)
  }
  return scripts
}

async function play(socket: Socket, lines: readonly string[]): Promise<void> {
  const ear = createEar(socket)
  for (const line of lines) {
    if (line === '* silence') return
    if (line === '* reset') return void socket.resetAndDestroy()
    if (line === '* hang up') break
    if (line.startsWith('C:') && (await ear.next()) === null) break
    if (line.startsWith('S:')) say(socket, line.slice(3))
    if (line === '* echo') say(socket, `500 ${ear.last()}`)
  }
  socket.end()
}

function say(socket: Socket, text: string): void {
  if (!socket.destroyed) socket.write(Buffer.from(`${text}\r\n`, 'latin1'))
}

function createEar(socket: Socket) {
  let buffered: Buffer = Buffer.alloc(0)
  let last = ''
  let isOver = false
  let wake = () => {}
  socket.on('data', (octets: Buffer) => {
    buffered = Buffer.concat([buffered, octets])
    wake()
  })
  for (const event of ['end', 'close', 'error'] as const)
    socket.on(event, () => {
      isOver = true
      wake()
    })

  const take = (): string | null => {
    const end = buffered.indexOf('\r\n')
    if (end === -1) return null
    last = buffered.subarray(0, end).toString('latin1')
    buffered = buffered.subarray(end + 2)
    return last
  }
  return {
    last: () => last,
    async next(): Promise<string | null> {
      for (;;) {
        const line = take()
        if (line !== null || isOver) return line
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
