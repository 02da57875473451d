// How large a mail the server of a profile takes, as it said when it was last spoken to (RFC 1870 §3).
import type { Attachment, StoredDraft } from '#shared/values/draft.ts'
import type { Receipt } from '#shared/values/receipt.ts'

/** Octets; null when it is not known, or when the server names no limit. */
export function serverLimit(
  drafts: readonly StoredDraft[],
  profileId: string | null,
  latest: Receipt | null,
): number | null {
  const receipts = [
    latest,
    ...drafts.filter(({ draft }) => draft.profileId === profileId).map(({ receipt }) => receipt),
  ]
  const spoken = receipts.find((receipt) => receipt && receipt.capabilities.length > 0)
  const size = spoken?.capabilities.find(({ keyword }) => keyword.toUpperCase() === 'SIZE')?.parameters[0]
  const octets = Number(size ?? 0)
  // RFC 1870 §4: zero means no fixed limit.
  return Number.isSafeInteger(octets) && octets > 0 ? octets : null
}

export const totalSize = (attachments: readonly Attachment[]): number =>
  attachments.reduce((sum, { size }) => sum + size, 0)

/** What the files weigh in the mail: base64 makes four octets of three, and a line end is added every 76 (RFC 2045 §6.8). */
export const sizeInMail = (octets: number): number => Math.ceil((octets * 4 * 78) / (3 * 76))
