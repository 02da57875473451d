// Which line of a session proves an outcome.
import type { Failure } from '#shared/values/failure.ts'
import type { RecipientOutcome } from '#shared/values/receipt.ts'
import type { Stage } from '#shared/values/stage.ts'
import type { Entry } from '#shared/values/transcript.ts'

/** What to look for: the failure, what the server said to one recipient, or an entry that is known already. */
export type Sought =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'recipient'; readonly recipient: RecipientOutcome }
  | { readonly kind: 'entry'; readonly index: number }
  | { readonly kind: 'session' }

/** The index of the entry that is sought; undefined shows the session as a whole. */
export function entryOf(entries: readonly Entry[], sought: Sought): number | undefined {
  switch (sought.kind) {
    case 'failure':
      return lastOf(entries, sought.failure)?.index
    case 'recipient':
      return replyTo(entries, sought.recipient)?.index
    case 'entry':
      return sought.index
    case 'session':
      return undefined
  }
}

function lastOf(entries: readonly Entry[], { stage, reply }: Failure): Entry | undefined {
  const code = reply && String(reply.code)
  const isReply = (entry: Entry) => entry.direction === 'server' && code !== null && entry.text.startsWith(code)
  return (
    entries.findLast((entry) => entry.stage === stage && isReply(entry)) ??
    entries.findLast(isReply) ??
    entries.findLast((entry) => entry.stage === stage)
  )
}

/** The answer to the whole mail speaks for everyone it was accepted for. */
function replyTo(entries: readonly Entry[], { address, stage }: RecipientOutcome): Entry | undefined {
  return stage === 'data' ? lastReply(entries, 'data') : replyToRecipient(entries, address)
}

const lastReply = (entries: readonly Entry[], stage: Stage): Entry | undefined =>
  entries.findLast((entry) => entry.stage === stage && entry.direction === 'server')

/** Commands may go out together, so the n-th RCPT is answered by the n-th whole reply of its stage. */
function replyToRecipient(entries: readonly Entry[], address: string): Entry | undefined {
  const isLine = (entry: Entry) => entry.stage === 'rcpt' && entry.kind === 'line'
  const commands = entries.filter((entry) => isLine(entry) && entry.direction === 'client')
  const nth = commands.findIndex(({ text }) => text.toUpperCase().startsWith(`RCPT TO:<${address.toUpperCase()}>`))
  const replies = entries.filter(
    (entry) => isLine(entry) && /^\d{3}( |$)/.test(entry.text) && entry.direction === 'server',
  )
  return nth === -1 ? undefined : (replies[nth] ?? commands[nth])
}
