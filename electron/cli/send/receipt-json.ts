// The receipt as `heloise send --json` has promised it: what is for the window alone is left out.
import type { Receipt } from '#shared/values/receipt.ts'
import { failureJson } from '../failure-json.ts'

export const receiptJson = (receipt: Receipt) => ({
  outcome: receipt.outcome,
  messageId: receipt.messageId,
  server: receipt.server,
  capabilities: receipt.capabilities,
  auth: receipt.auth,
  recipients: receipt.recipients,
  failure: receipt.failure === null ? null : failureJson(receipt.failure),
  timings: receipt.timings,
  bytes: receipt.bytes,
})
