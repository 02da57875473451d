// What the refusals of single recipients mean, each meaning once, where the why card does not say it already.
import { explainRefusal } from '#shared/explain/refusal.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import type { Output, Terminal } from '../terminal.ts'
import { wrapWords } from '../wrap.ts'

export function writeRefusals(receipt: Receipt, output: Output, { language, columns }: Terminal): void {
  const meanings = [...meaningsOf(receipt, language)]
  if (receipt.failure !== null && meanings.length < 2) return
  for (const [meaning, addresses] of meanings)
    output.write(`\n  ${wrapWords(visible(`${addresses.join(', ')}: ${meaning}`), 2, columns)}\n`)
}

function meaningsOf({ recipients, server }: Receipt, language: Terminal['language']): Map<string, string[]> {
  const meanings = new Map<string, string[]>()
  for (const { address, outcome, reply, stage } of recipients) {
    if (outcome !== 'refused' || reply === null) continue
    const meaning = explainRefusal(reply, stage, { host: server?.host })[language]
    meanings.set(meaning, [...(meanings.get(meaning) ?? []), address])
  }
  return meanings
}
