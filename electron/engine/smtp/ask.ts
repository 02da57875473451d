// Single commands that a person or a test asks for between mails. What the server answers is given back, whatever it says.
import type { Reply } from '#shared/values/reply.ts'
import { type Command, etrn, expn, help, noop, rset, typed, vrfy } from './command.ts'
import { exchange } from './exchange.ts'
import { sayOctets } from './raw-lines.ts'
import type { Session } from './session.ts'
import { secretsIn } from './shown-line.ts'

export const askNoop = (session: Session): Promise<Reply> => ask(session, noop(stageOf(session)))
export const askRset = (session: Session): Promise<Reply> => ask(session, rset(stageOf(session)))
/** `topic`: empty for help in general. */
export const askHelp = (session: Session, topic = ''): Promise<Reply> => ask(session, help(stageOf(session), topic))
export const askVrfy = (session: Session, text: string): Promise<Reply> => ask(session, vrfy(text))
export const askExpn = (session: Session, list: string): Promise<Reply> => ask(session, expn(list))
/** RFC 1985: the server begins to send what it keeps for this node. */
export const askEtrn = (session: Session, node: string): Promise<Reply> => ask(session, etrn(node))
/** Any line; control characters in it are refused. `isSecret`: the log does not show it. */
export function askLine(session: Session, text: string, isSecret = false): Promise<Reply> {
  session.connection.hide(secretsIn(text, isSecret))
  return ask(session, typed(stageOf(session), text, isSecret))
}
/** Octets with escapes, also malformed ones: nothing is added. A reply for each line end among them, if the server gives it. */
export const askOctets = ({ connection, limits }: Session, text: string, isSecret = false): Promise<Reply[]> =>
  sayOctets(connection, { text, isSecret }, limits.command)

const ask = ({ connection, limits }: Session, command: Command): Promise<Reply> =>
  exchange(connection, command, limits.command)

const stageOf = ({ connection }: Session) => connection.tap.stage
