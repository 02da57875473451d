// The servers of a domain, a line each, for a person.
import { explainFailure } from '#shared/explain/failures.ts'
import { inSpanish } from '#shared/explain/spanish-phrases.ts'
import { visible } from '#shared/transcript/text.ts'
import { tlsaForm } from '../../engine/net/index.ts'
import type { Terminal } from '../terminal.ts'
import { wrapWords } from '../wrap.ts'
import type { HostFacts, MxFacts } from './look.ts'

export function writeFacts(facts: MxFacts, terminal: Terminal): void {
  const { out, words } = terminal
  const { dim } = out.colors
  out.write(`${words.mxTried(visible(facts.domain))}\n`)
  const width = Math.max(...facts.hosts.map(({ host }) => host.length))
  for (const host of facts.hosts) writeHost(host, width, terminal)
  if (facts.source === 'implicit') out.write(dim(`  ${words.mxImplicit}\n`))
  if (facts.source === 'literal') return
  out.write(dim(`  ${words.mxValidated(facts.isAuthentic)}\n`))
  writePolicy(facts.mtaSts, terminal)
}

/** Details stand below the name of the host. */
const indent = ' '.repeat(9)

function writeHost(facts: HostFacts, width: number, { out, words, language, columns }: Terminal): void {
  const { host, preference, addresses, alias, tlsa, problem } = facts
  const { bold, dim, yellow } = out.colors
  const shown = addresses.length === 0 ? yellow(words.mxNoAddress) : addresses.join('  ')
  out.write(`  ${dim(String(preference).padStart(5))}  ${bold(visible(host).padEnd(width))}  ${shown}\n`)
  if (alias !== null) out.write(`${indent}${yellow(words.mxAlias(visible(alias)))}\n`)
  for (const record of tlsa.records) {
    const worth = tlsa.isAuthentic ? record.isUsable : null
    const note = worth === true ? '' : `  ${yellow(worth === null ? words.mxKeysUnproven : words.mxKeyUnusable)}`
    out.write(`${indent}TLSA ${tlsaForm(record)} ${record.data}${note}\n`)
  }
  if (problem !== null)
    out.write(
      `${indent}${yellow(wrapWords(visible(explainFailure(problem, language).happened), indent.length, columns))}\n`,
    )
}

function writePolicy(mtaSts: MxFacts['mtaSts'], { out, words, language }: Terminal): void {
  const { dim, yellow } = out.colors
  if (mtaSts === null) return void out.write(dim(`  ${words.mxNoPolicy}\n`))
  const { id, policy, problem } = mtaSts
  if (policy === null)
    return void out.write(`  ${yellow(words.mxPolicyUnusable(visible(inLanguage(problem ?? '', language))))}\n`)
  out.write(`  ${words.mxPolicy(policy.mode, policy.mx.join(', '), id ?? '')}\n`)
}

/** A clause of ours; what servers say stays as it is. */
const inLanguage = (clause: string, language: Terminal['language']) => (language === 'es' ? inSpanish(clause) : clause)
