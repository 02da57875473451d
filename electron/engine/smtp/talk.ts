// Single commands that a person or a test asks for between mails: NOOP, VRFY, RSET.
import type { Reply } from '#shared/values/reply.ts'
import { noop, rset, vrfy } from './command.ts'
import { exchange } from './exchange.ts'
import type { Session } from './session.ts'

export const askNoop = ({ connection, limits }: Session): Promise<Reply> =>
  exchange(connection, noop(connection.tap.stage), limits.command)

export const askVrfy = ({ connection, limits }: Session, text: string): Promise<Reply> =>
  exchange(connection, vrfy(text), limits.command)

export const askRset = ({ connection, limits }: Session): Promise<Reply> =>
  exchange(connection, rset(connection.tap.stage), limits.command)
