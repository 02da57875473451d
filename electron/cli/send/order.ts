// What one `heloise send` is to do: its options checked and made into values. Nothing has been sent when one is refused.
import { formatAddress, parseAddress, parseRecipient, splitAddresses } from '#shared/address/index.ts'
import type { BulkPace } from '#shared/values/bulk.ts'
import { mostConnections, mostInFlight, mostMails } from '#shared/values/bulk-limits.ts'
import type { Envelope } from '#shared/values/draft.ts'
import type { StopPoint } from '#shared/values/stage.ts'
import { choice, perSecond, seconds, singleLine, wholeNumber } from '../arguments.ts'
import { UsageError } from '../usage-error.ts'
import type { CliWords } from '../words/index.ts'
import type { SendOptions } from './command.ts'

/** The mail as the options describe it; files are not yet read. */
export type MailPlan =
  | { readonly kind: 'raw'; readonly envelope: Envelope; readonly source: string; readonly isBinary: boolean }
  | {
      readonly kind: 'composed'
      readonly envelope: Envelope
      readonly from: string
      readonly to: readonly string[]
      readonly subject: string
      readonly text: string | null
      readonly html: string | null
      readonly attachments: readonly string[]
    }

export type Pace = {
  readonly stopAfter: StopPoint | null
  readonly replyTimeout: number | null
  /** Null for one mail whose receipt is told in full. */
  readonly bulk: BulkPace | null
}

const stopPoints: readonly StopPoint[] = ['connect', 'greeting', 'ehlo', 'tls', 'auth', 'mail', 'rcpt', 'data']

export function paceOf(options: SendOptions, words: CliWords): Pace {
  const { stopAfter, timeout } = options
  const bulk = bulkOf(options, words)
  if (bulk !== null && stopAfter !== undefined) throw new UsageError(words.countExcludes('--stop-after'))
  if (bulk !== null && options.mx) throw new UsageError(words.countExcludes('--mx'))
  return {
    stopAfter: stopAfter === undefined ? null : choice('--stop-after', stopAfter, stopPoints, words),
    replyTimeout: timeout === undefined ? null : seconds('--timeout', timeout, words),
    bulk,
  }
}

/** Any of its options makes one of many mails. */
function bulkOf(options: SendOptions, words: CliWords): BulkPace | null {
  const { count, connections, window, mailsPerConnection, rate, keepOrder } = options
  if ([count, connections, window, mailsPerConnection, rate, keepOrder].every((typed) => typed === undefined))
    return null
  return {
    count: wholeNumber('--count', count ?? '1', [1, mostMails], words),
    connections: wholeNumber('--connections', connections ?? '1', [1, mostConnections], words),
    window: wholeNumber('--window', window ?? '1', [1, mostInFlight], words),
    mailsPerConnection:
      mailsPerConnection === undefined
        ? null
        : wholeNumber('--mails-per-connection', mailsPerConnection, [1, mostMails], words),
    rate: rate === undefined ? null : perSecond('--rate', rate, words),
    keepsOrder: keepOrder === true,
  }
}

/** `sender` is what a profile says, for when --from is left out. */
export function mailPlanOf(options: SendOptions, sender: string | null, words: CliWords): MailPlan {
  const from = senderOf(options.from ?? sender, words)
  const to = recipientsOf(options.to ?? [], words)
  const envelope = { from: from.address, to: to.map(({ address }) => address) }
  if (options.eml !== undefined) {
    refuseBeside(options, words)
    return { kind: 'raw', envelope, source: options.eml, isBinary: options.binary === true }
  }
  if (options.binary) throw new UsageError(words.binaryNeedsEml)
  const { subject, text, html, attach = [] } = options
  return {
    kind: 'composed',
    envelope,
    from: from.header,
    to: to.map(({ header }) => header),
    subject: subject === undefined ? words.defaultSubject : singleLine('--subject', subject, words),
    text: text ?? (html === undefined ? words.defaultText : null),
    html: html ?? null,
    attachments: attach,
  }
}

function refuseBeside(options: SendOptions, words: CliWords): void {
  const beside = (['subject', 'text', 'html', 'attach'] as const).find((option) => options[option] !== undefined)
  if (beside !== undefined) throw new UsageError(words.emlExcludes(`--${beside}`))
}

/** An address as the envelope has it, and as the header shows it. */
type Person = { readonly address: string; readonly header: string }

function senderOf(text: string | null, words: CliWords): Person {
  if (text === null) throw new UsageError(words.fromMissing)
  // RFC 5321 §4.5.5: the null sender, of notices that must not be answered.
  if (text === '<>' || text === '') return { address: '', header: '' }
  return personOf('--from', text, words)
}

function recipientsOf(typed: readonly string[], words: CliWords): Person[] {
  for (const text of typed) singleLine('--to', text, words)
  const recipients = typed.flatMap(splitAddresses)
  if (recipients.length === 0) throw new UsageError(words.toMissing)
  return recipients.map((text) =>
    parseRecipient(text).kind === 'mailbox' ? { address: text, header: text } : personOf('--to', text, words),
  )
}

function personOf(option: string, text: string, words: CliWords): Person {
  const parsed = parseAddress(singleLine(option, text, words))
  if (parsed.kind === 'invalid') throw new UsageError(words.valueInvalid(option, text, words.wanted.address))
  return { address: parsed.address.address, header: formatAddress(parsed.address) }
}
