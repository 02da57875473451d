// A received mail as one HTML document: its text as written, its inline pictures inside it.
import type { Api } from '#shared/contract/index.ts'

type Inbox = Pick<Api['inbox'], 'open' | 'part'>

/** Pictures beyond this many octets are left out: as `data:` addresses they would only slow the view down. */
const largestPicture = 16 * 1024 * 1024

/** The document for a mail's id; null where the mail is gone or has no HTML. */
export async function mailView(inbox: Inbox, id: string): Promise<string | null> {
  const opened = await inbox.open({ id }).catch(() => null)
  if (!opened || opened.html === null) return null
  const pictures = new Map<string, string>()
  for (const part of opened.parts) {
    if (part.contentId === null || !isPicture(part.type) || part.size > largestPicture) continue
    const bytes = await inbox.part({ id, index: part.index })
    pictures.set(bare(part.contentId), dataAddress(part.type, await bytes.arrayBuffer()))
  }
  // Loaded when it is needed and not before.
  const { mailHtml } = await import('./mail-html.ts')
  return mailHtml(opened.html, (contentId) => pictures.get(bare(contentId)) ?? null)
}

function isPicture(type: string): boolean {
  return /^image\/[\w.+-]+$/.test(type)
}

/** A content id stands in angle brackets in the header and without them in `cid:` (RFC 2392 §2). */
function bare(contentId: string): string {
  return contentId.replace(/^<|>$/g, '')
}

function dataAddress(type: string, bytes: ArrayBuffer): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
