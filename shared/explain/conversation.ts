// Where a conversation stands after some entries: which command the next reply answers, and how far a login has come.
import type { Entry } from '../values/transcript.ts'
import type { ReplyPlace } from './provider.ts'

export type Conversation = {
  /** Verbs whose replies are still to come, oldest first; several when commands are pipelined. `DOT` ends a mail. */
  readonly pending: readonly string[]
  readonly wasGreeted: boolean
  /** Lines of the reply under way that have come already. */
  readonly replyLines: number
  /** Set from AUTH to the end of the exchange. */
  readonly login: Login | null
  /** Whose server it is, as far as the connection and the greeting tell. */
  readonly place: ReplyPlace
}

export type Login = {
  readonly mechanism: string
  /** Challenges that have come. */
  readonly challenges: number
  /** Whether the next client line answers a challenge. */
  readonly isAsked: boolean
}

const beginning: Conversation = { pending: [], wasGreeted: false, replyLines: 0, login: null, place: {} }

/** Reads the entries in order; they may begin anywhere, but then the first replies have no command. */
export const conversationAfter = (entries: readonly Entry[]): Conversation => entries.reduce(afterEntry, beginning)

/** The verb that a server line answers now; `GREETING` for the first, null when it answers nothing. */
export const answered = (conversation: Conversation): string | null =>
  conversation.wasGreeted ? (conversation.pending[0] ?? null) : 'GREETING'

export const verbOf = (line: string): string => (/^\s*([A-Za-z0-9-]+)/.exec(line)?.[1] ?? '').toUpperCase()

export type ReplyLine = { readonly code: number; readonly isLast: boolean; readonly text: string }

/** RFC 5321 §4.2: three digits, a hyphen where more lines follow, and a text. */
export function readReplyLine(line: string): ReplyLine | null {
  const [, code = '', separator = '', text = ''] = /^(\d{3})(?:([ -])(.*))?$/s.exec(line) ?? []
  return code === '' ? null : { code: Number(code), isLast: separator !== '-', text }
}

function afterEntry(conversation: Conversation, entry: Entry): Conversation {
  if (entry.kind === 'connect') return { ...beginning, place: placeOf(entry) }
  if (entry.direction === 'client')
    return entry.kind === 'body' ? afterBody(conversation) : afterCommand(conversation, entry)
  return entry.direction === 'server' ? afterReplyLine(conversation, entry) : conversation
}

const placeOf = ({ facts }: Entry): ReplyPlace => (typeof facts.host === 'string' ? { host: facts.host } : {})

/** The data of BDAT is answered as BDAT; after DATA the answer is that to the final dot. */
function afterBody(conversation: Conversation): Conversation {
  const last = conversation.pending.at(-1)
  return last === 'BDAT' || last === 'DOT'
    ? conversation
    : { ...conversation, pending: [...conversation.pending, 'DOT'] }
}

function afterCommand(conversation: Conversation, { text }: Entry): Conversation {
  const { login, pending } = conversation
  if (text === '.') return afterBody(conversation)
  if (login?.isAsked) return { ...conversation, login: { ...login, isAsked: false }, pending: [...pending, 'AUTH'] }
  const verb = verbOf(text)
  const next = { ...conversation, pending: [...pending, verb] }
  return verb === 'AUTH' ? { ...next, login: { mechanism: mechanismOf(text), challenges: 0, isAsked: false } } : next
}

const mechanismOf = (text: string) => (text.trim().split(/\s+/)[1] ?? '').toUpperCase()

function afterReplyLine(conversation: Conversation, { text }: Entry): Conversation {
  const line = readReplyLine(text)
  if (line === null) return conversation
  const place = conversation.wasGreeted ? conversation.place : greetedBy(conversation.place, line.text)
  if (!line.isLast) return { ...conversation, place, replyLines: conversation.replyLines + 1 }
  const isAnswer = answered(conversation) === 'AUTH'
  return {
    pending: conversation.wasGreeted ? conversation.pending.slice(1) : conversation.pending,
    wasGreeted: true,
    replyLines: 0,
    login: isAnswer ? afterLoginReply(conversation.login, line.code) : conversation.login,
    place,
  }
}

const greetedBy = ({ greeting, ...place }: ReplyPlace, line: string): ReplyPlace => ({
  ...place,
  greeting: greeting === undefined ? line : `${greeting}\n${line}`,
})

const afterLoginReply = (login: Login | null, code: number): Login | null =>
  login !== null && code === 334 ? { ...login, challenges: login.challenges + 1, isAsked: true } : null
