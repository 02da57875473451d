// The end of `heloise send` for a person: the outcome, a line a recipient, and on a failure why.
import { placeName } from '#shared/address/index.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Receipt, RecipientOutcome } from '#shared/values/receipt.ts'
import type { Colors, Output, Terminal } from '../terminal.ts'
import { onOneLine, writeWhyCard } from '../why-card.ts'
import type { CliWords } from '../words/index.ts'
import { optionHint } from './option-hint.ts'
import { writeRefusals } from './refusals.ts'

export function writeSummary(receipt: Receipt, output: Output, terminal: Terminal): void {
  const { colors } = output
  const { words } = terminal
  output.write(`\n${colorsOf(colors)[receipt.outcome](headline(receipt, terminal))}\n`)
  const width = Math.max(0, ...receipt.recipients.map(({ address }) => address.length))
  for (const recipient of receipt.recipients) output.write(`  ${recipientLine(recipient, width, colors, words)}\n`)
  output.write(colors.dim(`  ${factsOf(receipt, words)}\n`))
  writeRefusals(receipt, output, terminal)
  if (receipt.failure !== null && !terminal.signal.aborted) {
    output.write('\n')
    writeWhyCard(receipt.failure, output, terminal, optionHint(receipt.failure))
  }
}

function headline({ outcome, recipients, server }: Receipt, { words, signal }: Terminal): string {
  if (signal.aborted) return stoppedLine(recipients, words)
  const by = server === null || outcome === 'failed' ? '' : ` ${words.by(placeName(server))}`
  return visible(`${words.outcomes[outcome]}${by}`)
}

/** What is certain when the person ended it. */
function stoppedLine(recipients: Receipt['recipients'], words: CliWords): string {
  if (recipients.some(({ outcome }) => outcome === 'unknown')) return words.stopped.unknown
  if (recipients.some(({ outcome }) => outcome === 'accepted')) return words.stopped.accepted
  return words.stopped.nothingSent
}

function recipientLine(recipient: RecipientOutcome, width: number, colors: Colors, words: CliWords): string {
  const { address, outcome, reply } = recipient
  const color = { accepted: colors.green, refused: colors.red, unknown: colors.yellow }[outcome]
  // Without a reply nobody refused: the conversation ended before this recipient's turn.
  const isAsked = reply !== null || outcome !== 'refused'
  const word = isAsked ? words.recipientOutcomes[outcome] : words.notSent
  return `${visible(address).padEnd(width)}  ${color(word)}  ${reply === null ? '' : onOneLine(reply)}`.trimEnd()
}

function factsOf({ server, auth, messageId, bytes, timings }: Receipt, words: CliWords): string {
  const facts = [
    server === null ? null : server.address,
    server === null ? null : server.tls === null ? words.noTls : `${server.tls.version} ${server.tls.cipher}`,
    auth === null ? null : words.loggedIn(auth.mechanism),
    messageId,
    words.size(bytes),
    timings.total === undefined ? null : words.duration(timings.total),
  ]
  return visible(facts.filter((fact) => fact !== null).join(' · '))
}

const colorsOf = ({ green, yellow, red }: Colors): Record<Receipt['outcome'], (text: string) => string> => ({
  accepted: green,
  checked: green,
  partial: yellow,
  unknown: yellow,
  refused: red,
  failed: red,
})
