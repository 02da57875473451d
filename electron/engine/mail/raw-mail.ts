// A mail that exists already: its bytes are sent as they are, line ends made CRLF. Nothing in it is added, dropped or put right.
import { isAscii as areAscii } from 'node:buffer'
import { isAscii, splitAddresses } from '#shared/address/index.ts'
import type { Envelope } from '#shared/values/draft.ts'
import { smtpError } from '../smtp-error.ts'
import type { Carriage, ComposedMail, Recomposed } from './composed-mail.ts'
import { checkedAddress, checkedEnvelope } from './input-checks.ts'
import { crlfLines } from './line-ends.ts'
import { createLineMeter } from './line-meter.ts'

export type RawWish = {
  /** Its octets go as they are (RFC 3030 §3): no line end is made, and NUL may stand in it. */
  readonly isBinary: boolean
}

/** `envelope`: null takes it from the headers From, To, Cc and Bcc. `source` is read once here, and once for each attempt to send. */
export async function composeRawMail(
  source: () => AsyncIterable<Uint8Array>,
  envelope: Envelope | null,
  { isBinary }: RawWish = { isBinary: false },
): Promise<ComposedMail> {
  const open = () => (isBinary ? asBuffers(source()) : crlfLines(source()))
  const found = await survey(open())
  if (found.hasNul && !isBinary) throw invalid('it holds a NUL character (RFC 5322 §4)')
  const headers = headersOf(found.head)
  const mail: ComposedMail = {
    envelope: checkedEnvelope(envelope ?? envelopeOf(headers)),
    messageId: /<[^<>\s]+>/.exec(valuesOf(headers, 'message-id')[0] ?? '')?.[0] ?? null,
    ...needsOf(found),
    ...(isBinary ? { isBinary } : {}),
    open,
  }
  if (!isBinary && !mail.needs8bit) return mail
  return { ...mail, recompose: (carriage, signal) => recompose({ ...mail, isBinary: false }, carriage, signal) }
}

async function recompose(mail: ComposedMail, carriage: Carriage, signal: AbortSignal): Promise<Recomposed> {
  // Loaded when it is needed and not before.
  const { downgrade } = await import('./downgrade/downgrade.ts')
  const { Obstacle } = await import('./downgrade/obstacle.ts')
  try {
    const { open, done } = await downgrade(mail.open, carriage, signal)
    return { kind: 'mail', mail: { ...mail, ...needsOf(await survey(open(), signal)), open }, done }
  } catch (error) {
    if (error instanceof Obstacle) return { kind: 'impossible', reason: error.reason }
    throw error
  }
}

const needsOf = ({ size, head, is8bit, overlong }: Survey) => ({
  size,
  needsUtf8: !isAscii(head),
  needs8bit: is8bit,
  overlong,
})

async function* asBuffers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}

type Survey = { size: number; head: string; hasNul: boolean; is8bit: boolean; overlong: number }

/** A header block longer than this is none. */
const longestHead = 1024 * 1024

async function survey(chunks: AsyncIterable<Buffer>, signal?: AbortSignal): Promise<Survey> {
  const heads: Buffer[] = []
  const found: Survey = { size: 0, head: '', hasNul: false, is8bit: false, overlong: 0 }
  const meter = createLineMeter()
  for await (const chunk of chunks) {
    signal?.throwIfAborted()
    if (found.size < longestHead) heads.push(chunk)
    found.size += chunk.length
    found.hasNul ||= chunk.includes(0)
    found.is8bit ||= !areAscii(chunk)
    meter.add(chunk)
  }
  found.overlong = meter.overlong()
  const start = Buffer.concat(heads)
  const end = start.indexOf('\r\n\r\n')
  found.head = start.subarray(0, end === -1 ? undefined : end).toString('utf8')
  return found
}

type Header = { readonly name: string; readonly value: string }

/** Unfolded (RFC 5322 §2.2.3). A text whose first line is no header has none, and is no mail. */
function headersOf(head: string): Header[] {
  const lines = head.replace(/\r\n(?=[ \t])/g, '').split('\r\n')
  const headers = lines.flatMap((line) => {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [{ name: name.toLowerCase(), value: value.trim() }]
  })
  if (headers.length === 0 || !/^[!-9;-~]+[ \t]*:/.test(lines[0] ?? ''))
    throw invalid('it has no header; the first line must be one, such as "Subject: Hello"')
  return headers
}

const valuesOf = (headers: readonly Header[], name: string): string[] =>
  headers.filter((header) => header.name === name).map(({ value }) => value)

function envelopeOf(headers: readonly Header[]): Envelope {
  const addresses = (...names: readonly string[]) =>
    names.flatMap((name) => valuesOf(headers, name).flatMap((value) => mailboxes(value, name)))
  const [from] = addresses('sender', 'from')
  if (from === undefined)
    throw smtpError('no-sender', 'input', 'The mail has no From, and its envelope names no sender. Nothing was sent.')
  return { from, to: [...new Set(addresses('to', 'cc', 'bcc'))] }
}

/** The members of a group count, its name does not (RFC 5322 §3.4). */
function mailboxes(value: string, field: string): string[] {
  // A phrase is matched whole, with or without its colon, so that the time grows with the length and not with its square.
  const ungrouped = value.replace(/(?:"(?:[^"\\]|\\.?)*"?|[^",;:<>]+)+:?|[:;]/gs, (piece) =>
    /[:;]$/.test(piece) ? ',' : piece,
  )
  return splitAddresses(ungrouped).map((text) => checkedAddress(text, field).address)
}

function invalid(reason: string) {
  return smtpError('raw-mail-invalid', 'input', `The text cannot be sent as a mail: ${reason}. Nothing was sent.`, {
    facts: { reason },
  })
}
