// Pictures inside the text: attachments that the HTML points at by `cid:` (RFC 2392).
import type { Attachment, Draft } from '#shared/values/draft.ts'

export const cidUrl = (contentId: string): string => `cid:${contentId}`

/** While a picture is on its way the editor shows it from memory; such an address must not be kept. */
export const withoutUnfinished = (html: string): string =>
  html.replace(/<img\b(?=[^>]*\sdata-upload(?:ing|-error)\b)[^>]*>/g, '')

export const isShownIn = ({ html, format }: Pick<Draft, 'html' | 'format'>, attachment: Attachment): boolean =>
  format !== 'plain' && isNamedIn(html, attachment)

const isNamedIn = (html: string, { contentId }: Attachment): boolean =>
  contentId !== null && html.includes(cidUrl(contentId))

/**
 * The draft as it goes out: a picture that was taken out of the text is left behind (only now, because until then undo may
 * bring it back), and with plain text the others go as ordinary attachments.
 */
export function outgoing(draft: Draft): Draft {
  if (draft.raw !== null) return draft
  const wanted = draft.attachments.filter((one) => one.contentId === null || isNamedIn(draft.html, one))
  return { ...draft, attachments: draft.format === 'plain' ? wanted.map(asOrdinary) : wanted }
}

const asOrdinary = (attachment: Attachment): Attachment => ({ ...attachment, contentId: null })
