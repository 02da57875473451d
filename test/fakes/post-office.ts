// A mail server of many connections that notes in which order it takes which mail for whom, and may hang up where it is told.
import type { Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { type Peer, rawPeer } from './scripted-peer.ts'

export type PostOfficeOptions = {
  /** What EHLO is answered besides the name. */
  readonly offers?: readonly string[]
  /** Commands after which a connection is cut, one after the other; none when there are no more. `isHeard`: after the answer. */
  readonly cuts?: readonly { readonly after: number; readonly isHeard: boolean }[]
  /** Turns that an answer takes, one after the other and over again. */
  readonly pauses?: readonly number[]
}

export type Taken = { readonly session: number; readonly subject: string; readonly to: readonly string[] }

export type PostOffice = Peer & {
  /** In the order in which responsibility was taken. */
  readonly taken: readonly Taken[]
  /** Commands of each session, without their parameters. */
  readonly sessions: readonly (readonly string[])[]
  /** Most mails that were between their MAIL and the answer to their end at once, over all connections. */
  mostAtOnce(): number
}

export async function postOffice(options: PostOfficeOptions = {}): Promise<PostOffice> {
  const { offers = [], cuts = [], pauses = [0] } = options
  const taken: Taken[] = []
  const sessions: string[][] = []
  let answers = 0
  let inHand = 0
  let mostAtOnce = 0
  const pause = async () => {
    const turns = pauses[answers++ % pauses.length] ?? 0
    for (let count = 0; count < turns; count += 1) await turn()
  }

  const serve = async (socket: Socket) => {
    const commands: string[] = []
    const session = sessions.push(commands) - 1
    const cut = cuts[session]
    const next = reader(socket)
    let to: string[] = []
    let chunks = ''
    const take = (content: string) => {
      taken.push({ session, subject: /^Subject: (.*)\r$/m.exec(content)?.[1] ?? '', to })
      to = []
      chunks = ''
      inHand -= 1
    }
    const answer = async (line: string): Promise<string> => {
      const [, verb = '', rest = ''] = /^([A-Z]+) ?(.*)$/.exec(line) ?? []
      commands.push(verb)
      if (verb === 'EHLO')
        return ['po', ...offers].map((text, at) => `250${at === offers.length ? ' ' : '-'}${text}\r\n`).join('')
      if (verb === 'QUIT') return '221 Bye\r\n'
      if (verb === 'MAIL') mostAtOnce = Math.max(mostAtOnce, ++inHand)
      if (verb === 'RCPT') to.push(/<(.*)>/.exec(rest)?.[1] ?? '')
      if (verb === 'RSET') to = []
      if (verb === 'BDAT') {
        chunks += await next(Number.parseInt(rest, 10))
        if (rest.endsWith('LAST')) take(chunks)
      }
      return verb === 'DATA' ? '354 Go\r\n' : '250 OK\r\n'
    }
    socket.write('220 po\r\n')
    for (;;) {
      const line = await next('line')
      let said = await answer(line)
      await pause()
      if (said.startsWith('354')) {
        socket.write(said)
        let content = ''
        for (let text = await next('line'); text !== '.'; text = await next('line')) content += `${text}\r\n`
        take(content)
        said = '250 OK\r\n'
      }
      const isCut = cut?.after === commands.length
      if (isCut && !cut.isHeard) return socket.resetAndDestroy()
      socket.write(said)
      if (isCut || line === 'QUIT') return socket.end()
    }
  }
  const peer = await rawPeer((socket) => void serve(socket).catch(() => socket.destroy()))
  return { ...peer, taken, sessions, mostAtOnce: () => mostAtOnce }
}

/** The next line, or so many octets; rejects when the client is gone. */
function reader(socket: Socket): (wanted: 'line' | number) => Promise<string> {
  let input = ''
  let isOver = false
  let wake = () => {}
  socket.setEncoding('latin1').on('data', (text: string) => {
    input += text
    wake()
  })
  for (const event of ['end', 'close'])
    socket.on(event, () => {
      isOver = true
      wake()
    })
  return async (wanted) => {
    for (;;) {
      const end = wanted === 'line' ? input.indexOf('\r\n') : wanted
      if (end >= 0 && input.length >= end) {
        const text = input.slice(0, end)
        input = input.slice(wanted === 'line' ? end + 2 : end)
        return text
      }
      if (isOver) throw new Error('The client is gone.')
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
}
