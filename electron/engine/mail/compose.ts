// A draft becomes a mail: MIME parts, headers and envelope. The bytes are made while they are read, so that an attachment
// of any size is never in memory.
import { randomUUID } from 'node:crypto'
import { type Address, isAscii } from '#shared/address/index.ts'
import type { Draft, Envelope } from '#shared/values/draft.ts'
import { smtpError } from '../smtp-error.ts'
import { attachedFiles, type OpenAttachment } from './attached-files.ts'
import type { ComposedMail, Recomposed } from './composed-mail.ts'
import { customHeaders } from './custom-headers.ts'
import { checkedAddress, checkedEnvelope, checkedHeader } from './input-checks.ts'
import { withCrlf } from './line-ends.ts'
import { overlongLine } from './line-meter.ts'
import { type MimePieces, mimePieces } from './mime.ts'
import type { MimeMail } from './mime-mail.ts'
import { isHere, sizeOf, streamOf } from './piece.ts'
import { plainTwin } from './plain-twin.ts'
import { composeRawMail } from './raw-mail.ts'

export type ComposeTools = {
  readonly openAttachment: OpenAttachment
  readonly now: Date
  /** Stands in a Message-ID whose sender has no domain. */
  readonly hostname: string
  /** Makes the text beside the HTML; without it the HTML itself is turned into text. */
  readonly plainTwin?: (html: string) => Promise<string>
}

/** Throws an `SmtpError` of stage `input` when the draft cannot become a mail. */
export async function composeMail(draft: Draft, tools: ComposeTools): Promise<ComposedMail> {
  if (draft.raw !== null) return composeRawMail(textOf(draft.raw), draft.envelope)
  const people = peopleOf(draft)
  const envelope = checkedEnvelope(draft.envelope ?? envelopeOf(people))
  const files = attachedFiles(draft, tools.openAttachment)
  const headers = customHeaders(draft.headers)
  const named = (name: string) => headers.find((header) => header.name.toLowerCase() === name)?.value
  const mail: MimeMail = {
    ...people,
    subject: checkedHeader(draft.subject, 'subject'),
    messageId: named('message-id') ?? newMessageId(people.from, tools.hostname),
    date: named('date') ?? tools.now,
    headers,
    ...(await bodyOf(draft, tools.plainTwin ?? plainTwin)),
    boundary: randomUUID(),
  }
  const asMail = ({ pieces, is8bit }: MimePieces): ComposedMail => ({
    envelope,
    messageId: mail.messageId,
    size: sizeOf(pieces),
    needsUtf8: hasUtf8Address(envelope, people),
    needs8bit: is8bit,
    overlong: Math.max(0, ...pieces.filter(isHere).map(overlongLine)),
    open: (room) => streamOf(pieces, room),
  })
  const shortest = await mimePieces(mail, files, '8bit')
  if (!shortest.is8bit) return asMail(shortest)
  const recompose = async (): Promise<Recomposed> => ({
    kind: 'mail',
    mail: asMail(await mimePieces(mail, files, '7bit')),
    done: 'its text is encoded in 7 bits',
  })
  return { ...asMail(shortest), recompose }
}

const textOf = (raw: string) =>
  async function* () {
    yield Buffer.from(raw, 'utf8')
  }

type People = Pick<MimeMail, 'from' | 'to' | 'cc' | 'replyTo'> & { readonly bcc: readonly Address[] }

function peopleOf(draft: Draft): People {
  if (draft.from.trim() === '')
    throw smtpError('no-sender', 'input', 'The mail does not say who it is from. Nothing was sent.')
  const all = (field: 'to' | 'cc' | 'bcc') =>
    draft[field].filter((text) => text.trim() !== '').map((text) => checkedAddress(text, field))
  return {
    from: checkedAddress(draft.from, 'from'),
    to: all('to'),
    cc: all('cc'),
    bcc: all('bcc'),
    replyTo: draft.replyTo.trim() === '' ? null : checkedAddress(draft.replyTo, 'reply-to'),
  }
}

/** Everyone once, in the order To, Cc, Bcc. */
function envelopeOf({ from, to, cc, bcc }: People): Envelope {
  return { from: from.address, to: [...new Set([...to, ...cc, ...bcc].map(({ address }) => address))] }
}

async function bodyOf(
  { format, html, text }: Draft,
  twinOf: typeof plainTwin,
): Promise<Pick<MimeMail, 'html' | 'text'>> {
  if (format === 'plain' || html.trim() === '') return { html: null, text: withCrlf(format === 'plain' ? text : '') }
  return { html: withCrlf(html), text: withCrlf(await twinOf(html)) }
}

/** RFC 5322 §3.6.4: unique for ever, by a right-hand side that is ours. */
function newMessageId({ address }: Address, hostname: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const isName = /^[a-z0-9.-]+$/i.test(domain)
  return `<${randomUUID()}@${isName ? domain : hostname}>`
}

/** A domain can be written as A-labels, a local part cannot (RFC 6531 §3.2). */
function hasUtf8Address({ from, to }: Envelope, people: People): boolean {
  const shown = [people.from, ...people.to, ...people.cc, ...(people.replyTo === null ? [] : [people.replyTo])]
  const localParts = [from, ...to, ...shown.map(({ address }) => address)].map((address) =>
    address.slice(0, address.lastIndexOf('@')),
  )
  return !localParts.every(isAscii)
}
