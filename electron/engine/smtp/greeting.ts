// The server's first words (RFC 5321 §3.1), or finding out what speaks there instead.
import type { Reply } from '#shared/values/reply.ts'
import { decode } from '../net/decode.ts'
import { type Connection, type ForeignProtocol, probeProtocol, protocolNames, recogniseProtocol } from '../net/index.ts'
import { SmtpError } from '../smtp-error.ts'
import { readReply } from './exchange.ts'
import { inWords } from './reply-class.ts'
import { beginsReply } from './reply-parser.ts'

/** Waited for and never talked over: the server speaks first. */
export async function readGreeting(connection: Connection, seconds: number): Promise<Reply> {
  connection.enter('greeting')
  const watch = new AbortController()
  try {
    const foreign = watchSilence(connection, seconds, watch.signal)
    const reply = await Promise.race([readReply(connection, 'the connection', seconds), foreign])
    // A greeting tells whose server it is, and so what its codes mean.
    connection.peer = { ...connection.peer, greeting: firstLine(reply.text) }
    if (reply.code === 220) return reply
    const message = `${connection.peer.host} does not serve us: ${inWords(reply)}.`
    throw connection.failure('greeting-refused', message, { reply })
  } catch (error) {
    throw explain(connection, error)
  } finally {
    watch.abort()
  }
}

const longestName = 200
const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').slice(0, longestName)

/** Seconds of silence after which a second connection asks whether the port speaks TLS; most servers greet within one. */
const silenceBeforeProbe = 4
const probeSeconds = 3

/** Octets of a greeting without a line end that tell what it is. */
const longestBeginning = 80

/** Rejects when the silent port turns out to speak something else; never resolves. */
function watchSilence(connection: Connection, seconds: number, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const probe = async () => {
      const begun = decode(connection.peek(longestBeginning)).text
      if (!beginsReply(begun)) return reject(speaks(connection, begun))
      if (begun.length > 0 || connection.peer.family === 'unix') return
      const protocol = await probeProtocol(connection.openBeside, Math.min(probeSeconds, seconds / 3), signal)
      if (protocol !== null && !signal.aborted) reject(speaksOtherwise(connection, protocol, ''))
    }
    const timer = setTimeout(probe, Math.min(silenceBeforeProbe, seconds / 3) * 1000)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
}

function explain(connection: Connection, error: unknown): unknown {
  if (!(error instanceof SmtpError)) return error
  const { kind, facts } = error.failure
  if (kind === 'reply-timed-out') {
    const message = `${connection.peer.host} accepted the connection, but did not greet within ${facts.seconds} seconds.`
    return connection.failure('greeting-missing', message, { facts })
  }
  if (kind !== 'reply-malformed') return error
  return speaks(connection, facts.server ?? '')
}

/** `words`: how it began to speak. */
const speaks = (connection: Connection, words: string): SmtpError =>
  speaksOtherwise(connection, recogniseProtocol(Buffer.from(words, 'latin1')) ?? 'speaks-unknown', words)

function speaksOtherwise(connection: Connection, kind: ForeignProtocol, server: string): SmtpError {
  const { host, port } = connection.peer
  const began = server === '' ? 'it greeted nobody' : `it began with “${server}”`
  const message = `${host} port ${port} speaks ${protocolNames[kind]}, not SMTP; ${began}.`
  return connection.failure(kind, message, { facts: { server } })
}
