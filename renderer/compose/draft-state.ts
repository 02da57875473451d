// What has become of a draft, read from the receipt of its last attempt.
import type { StoredDraft } from '#shared/values/draft.ts'
import type { Receipt } from '#shared/values/receipt.ts'

export type DraftState = 'draft' | 'sent' | 'partial' | 'failed' | 'unknown'

export function stateOf(receipt: Receipt | null): DraftState {
  switch (receipt?.outcome) {
    case undefined:
    case 'checked':
      return 'draft'
    case 'accepted':
      return 'sent'
    case 'partial':
      return 'partial'
    case 'unknown':
      return 'unknown'
    case 'refused':
    case 'failed':
      return receipt?.failure?.kind === 'stopped' ? 'draft' : 'failed'
  }
}

/** Whether sending it again could bring somebody the mail twice. */
export const mayHaveArrived = (receipt: Receipt | null): boolean =>
  ['sent', 'partial', 'unknown'].includes(stateOf(receipt))

/** The one to go on with: the latest that is not sent. */
export const latestUnsent = (drafts: readonly StoredDraft[]): StoredDraft | undefined =>
  drafts.find(({ receipt }) => !mayHaveArrived(receipt))
