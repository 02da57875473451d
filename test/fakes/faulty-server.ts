// A mail server that is sound but for what a test spoils: for checks that must be seen to fail, and to pass without the fault.
import { createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** `hang up` closes the connection; null says nothing; undefined leaves it to the sound server. */
export type Answer = string | null | undefined

export type Line = {
  readonly text: string
  readonly isTls: boolean /** All lines of the connection so far, this one too. */
  readonly before: readonly string[]
}

export type Faults = {
  /** Null for a server that does not greet, or `hang up`; by the number of the connection, the first being 1, where it changes. */
  readonly greeting?: string | null | ((connection: number) => string | null)
  /** What EHLO offers; STARTTLS comes by itself where there is an identity. */
  readonly offers?: (isTls: boolean) => readonly string[]
  readonly answer?: (line: Line) => Answer
  readonly identity?: { readonly key: string; readonly certificate: string }
  /** TLS from the first octet. */
  readonly isImplicit?: boolean
  /** Octets behind the 220 to STARTTLS. */
  readonly behindStarttls?: string
  /** Whether a new connection is closed at once. */
  readonly isShut?: () => boolean
  readonly onBrokenHandshake?: () => void
  /** After so long without a word the connection is closed. */
  readonly idleMilliseconds?: number
  /** Given each mail that was taken, as it stood on the wire with its end. */
  readonly passOn?: (mail: string) => void
}

export type FaultyServer = AsyncDisposable & { readonly port: number; readonly received: readonly string[] }

export async function faultyServer(faults: Faults = {}): Promise<FaultyServer> {
  const sockets = new Set<Socket>()
  const received: string[] = []
  let connections = 0
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    connections += 1
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    if (faults.idleMilliseconds !== undefined) socket.setTimeout(faults.idleMilliseconds, () => socket.end())
    if (faults.isShut?.()) socket.destroy()
    else serve(socket, { ...faults, greeting: greetingOf(faults, connections) }, received)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    received,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const greetingOf = ({ greeting = '220 mx.example ESMTP' }: Faults, connection: number): string | null =>
  typeof greeting === 'function' ? greeting(connection) : greeting

type Spoiled = Faults & { readonly greeting: string | null }

function serve(raw: Socket, faults: Spoiled, received: string[]): void {
  let socket = raw
  let isTls = false
  let isData = false
  let buffered = ''
  let mail = ''
  const lines: string[] = []

  const encrypt = () => {
    const { key, certificate: cert } = faults.identity ?? { key: '', certificate: '' }
    raw.off('data', onData)
    const secure = new TLSSocket(raw, { isServer: true, key, cert })
    secure.on('error', () => faults.onBrokenHandshake?.())
    secure.on('data', onData)
    socket = secure
    isTls = true
    buffered = ''
  }
  const say = (answer: string) => {
    if (answer === 'hang up') socket.end()
    else socket.write(`${answer}\r\n`)
  }
  const take = (text: string) => {
    received.push(text)
    lines.push(text)
    const answer = faults.answer?.({ text, isTls, before: lines })
    if (answer !== undefined) return answer === null ? undefined : say(answer)
    if (isData) {
      mail += `${text}\r\n`
      if (text === '.') {
        say('250 2.0.0 Taken')
        faults.passOn?.(mail)
      }
      isData = text !== '.'
      return
    }
    if (/^STARTTLS$/i.test(text) && faults.identity !== undefined && !isTls) {
      socket.write(`220 2.0.0 Go ahead\r\n${faults.behindStarttls ?? ''}`)
      return encrypt()
    }
    const [, octets] = /^BDAT (\d+)/i.exec(text) ?? []
    if (octets !== undefined) {
      // RFC 3030 §2: they are taken in also where they are refused.
      buffered = buffered.slice(Number(octets))
      return say('503 5.5.1 No recipients')
    }
    isData = /^DATA$/i.test(text)
    mail = ''
    say(soundAnswer(text, offersOf(faults, isTls)))
    if (/^QUIT$/i.test(text)) socket.end()
  }
  const onData = (chunk: Buffer) => {
    buffered += chunk.toString('latin1')
    for (let end = buffered.indexOf('\r\n'); end !== -1; end = buffered.indexOf('\r\n')) {
      const line = buffered.slice(0, end)
      buffered = buffered.slice(end + 2)
      take(line)
    }
  }
  if (faults.isImplicit) encrypt()
  else raw.on('data', onData)
  if (faults.greeting !== null) say(faults.greeting)
}

function offersOf({ offers, identity }: Faults, isTls: boolean): readonly string[] {
  const useful = ['PIPELINING', 'SIZE 50000000', '8BITMIME', 'ENHANCEDSTATUSCODES', 'DSN', 'SMTPUTF8', 'CHUNKING']
  return offers?.(isTls) ?? [...useful, ...(identity !== undefined && !isTls ? ['STARTTLS'] : [])]
}

function soundAnswer(text: string, offers: readonly string[]): string {
  const verb = text.split(' ', 1)[0]?.toUpperCase() ?? ''
  if (/^(EHLO|HELO)\s*$/i.test(text)) return '501 5.5.4 Say your name'
  if (verb === 'EHLO') {
    const all = ['mx.example', ...offers]
    return all.map((line, index) => `250${index === all.length - 1 ? ' ' : '-'}${line}`).join('\r\n')
  }
  return soundAnswers[verb] ?? '500 5.5.2 What?'
}

const soundAnswers: Readonly<Record<string, string>> = {
  HELO: '250 mx.example',
  MAIL: '250 2.1.0 OK',
  RCPT: '250 2.1.5 OK',
  DATA: '354 Go on',
  RSET: '250 2.0.0 OK',
  NOOP: '250 2.0.0 OK',
  VRFY: '252 2.1.5 Perhaps',
  QUIT: '221 2.0.0 Bye',
}
