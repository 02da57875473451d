// The receipt of a delivery, put together from what became of its parts. Pure.
import type { Failure } from '#shared/values/failure.ts'
import type { Receipt, RecipientOutcome } from '#shared/values/receipt.ts'
import type { ServerFacts } from '../smtp/index.ts'
import type { Part } from './part.ts'

export type ReceiptInput = Pick<Receipt, 'messageId' | 'timings' | 'bytes' | 'transcripts'> & {
  readonly parts: readonly Part[]
  /** The envelope's order; every one of them appears. */
  readonly order: readonly string[]
}

export function toReceipt({ parts, order, ...rest }: ReceiptInput): Receipt {
  const facts = parts.findLast((part) => part.facts !== null)?.facts ?? null
  const failure = gravest(parts.flatMap((part) => part.failure ?? []))
  const recipients = inOrder(
    parts.flatMap((part) => part.recipients),
    order,
  )
  const isStopped = failure === null && parts.some((part) => part.isStopped)
  return {
    outcome: isStopped ? 'checked' : outcomeOf(recipients, failure),
    server: facts === null ? null : serverOf(facts),
    capabilities: [...(facts?.capabilities ?? [])],
    auth: facts?.mechanism ? { mechanism: facts.mechanism } : null,
    recipients,
    failure,
    ...rest,
  }
}

/** What nobody knows comes before what went wrong first. */
export const gravest = (failures: readonly Failure[]): Failure | null =>
  failures.find(({ kind }) => kind === 'outcome-unknown') ?? failures[0] ?? null

function outcomeOf(recipients: readonly RecipientOutcome[], failure: Failure | null): Receipt['outcome'] {
  if (recipients.length === 0) return failure === null ? 'checked' : 'failed'
  if (recipients.some(({ outcome }) => outcome === 'unknown')) return 'unknown'
  const accepted = recipients.filter(({ outcome }) => outcome === 'accepted').length
  if (accepted > 0) return accepted === recipients.length ? 'accepted' : 'partial'
  return recipients.some(({ reply }) => reply !== null) ? 'refused' : 'failed'
}

function serverOf({ peer, tls }: ServerFacts): Receipt['server'] {
  if (peer === null) return null
  const { host, address, port } = peer
  const info = tls === null ? null : { version: tls.version, cipher: tls.cipher, authorized: tls.authorized }
  return { host, address, port, tls: info }
}

/** An address that stands twice in the envelope keeps both its outcomes. */
function inOrder(recipients: readonly RecipientOutcome[], order: readonly string[]): RecipientOutcome[] {
  const rest = [...recipients]
  return order.flatMap((address) => {
    const index = rest.findIndex((one) => one.address === address)
    return index === -1 ? [] : rest.splice(index, 1)
  })
}
