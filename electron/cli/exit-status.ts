// The exit statuses: part of the contract with scripts, one for each stage at which a delivery can end.
import type { BulkResult } from '#shared/values/bulk.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import type { Stage } from '#shared/values/stage.ts'

export const exitStatus = {
  done: 0,
  /** What no other status says: a fault of the machine, or of ours. */
  failed: 1,
  usage: 2,
  dns: 10,
  connect: 11,
  greeting: 12,
  ehlo: 13,
  tls: 14,
  auth: 15,
  mail: 16,
  noRecipientAccepted: 17,
  someRecipientsRefused: 18,
  data: 19,
  unknown: 20,
  timeOut: 21,
  findings: 30,
  interrupted: 130,
} as const

export function statusOfReceipt({ outcome, failure, recipients }: Receipt): number {
  if (failure?.kind === 'stopped') return exitStatus.interrupted
  if (outcome === 'accepted' || outcome === 'checked') return exitStatus.done
  if (outcome === 'partial') return exitStatus.someRecipientsRefused
  if (outcome === 'unknown') return exitStatus.unknown
  if (failure !== null) return statusOfFailure(failure)
  return statusOfStage[recipients.at(-1)?.stage ?? 'rcpt']
}

/** Of many mails the worst news counts: what is not known, then why the first one was not sent. */
export function statusOfBulk({ refused, unknown, failed, failure }: BulkResult): number {
  if (failure?.kind === 'stopped') return exitStatus.interrupted
  if (unknown > 0) return exitStatus.unknown
  if (refused === 0 && failed === 0) return exitStatus.done
  return failure === null ? exitStatus.failed : statusOfFailure(failure)
}

export function statusOfFailure(failure: Failure): number {
  switch (failure.kind) {
    case 'stopped':
      return exitStatus.interrupted
    case 'internal':
      return exitStatus.failed
    case 'outcome-unknown':
      return exitStatus.unknown
    // Wherever the waiting was: a script that sees 21 knows that a longer --timeout may help.
    case 'connection-timed-out':
    case 'proxy-timed-out':
    case 'greeting-missing':
    case 'reply-timed-out':
      return exitStatus.timeOut
    default:
      return statusOfStage[failure.stage]
  }
}

const statusOfStage: Record<Stage, number> = {
  input: exitStatus.usage,
  dns: exitStatus.dns,
  connect: exitStatus.connect,
  greeting: exitStatus.greeting,
  ehlo: exitStatus.ehlo,
  tls: exitStatus.tls,
  auth: exitStatus.auth,
  mail: exitStatus.mail,
  rcpt: exitStatus.noRecipientAccepted,
  data: exitStatus.data,
  // The mail was judged before QUIT: what follows changes nothing.
  quit: exitStatus.done,
}
