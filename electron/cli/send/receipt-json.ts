// The receipt as `heloise send --json` has promised it: what is for the window alone is left out.
import type { Receipt } from '#shared/values/receipt.ts'
import { failureJson } from '../failure-json.ts'

export function receiptJson({ transcripts: _, failure, ...receipt }: Receipt): object {
  return { ...receipt, failure: failure === null ? null : failureJson(failure) }
}
