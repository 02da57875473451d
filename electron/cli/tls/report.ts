// The result of a TLS scan for a person: what is offered, the better before the worse, and what is noteworthy about it.
import { visible } from '#shared/transcript/text.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Suite, SuiteList, TlsScan } from '#shared/values/tls-scan.ts'
import type { SuiteFlag } from '#shared/values/tls-scan-terms.ts'
import { dnsHint, type Hints, hintFrom } from '../lookup-hint.ts'
import type { Output, Terminal } from '../terminal.ts'
import { writeWhyCard } from '../why-card.ts'
import { writeCertificates, writeCompleted } from './certificates.ts'
import { colorOf, type Mark, spoken, wrapped } from './lines.ts'
import { writeTraits } from './traits.ts'

export function writeScan(result: TlsScan, terminal: Terminal): void {
  const { out, words } = terminal
  const { endpoint, address, security, connections, durationMs, failure } = result
  const how = security === 'starttls' ? 'STARTTLS' : 'TLS'
  out.write(`${out.colors.bold(visible(endpoint))}  ${[address, how].filter(Boolean).join('  ')}\n`)
  for (const write of sections) write(result, terminal)
  out.write(`\n${out.colors.dim(words.tls.total(connections, words.duration(durationMs)))}\n`)
  if (failure !== null) writeFailure(failure, terminal)
  else if (!result.isComplete) out.write(`${words.tls.notFinished}\n`)
  else if (result.versions.every(({ outcome }) => outcome !== 'yes')) out.write(`${words.tls.noVersion}\n`)
}

type Section = (result: TlsScan, terminal: Terminal) => void

const sections: readonly Section[] = [
  writeVersions,
  writeClasses,
  writeSuites,
  writeGroups,
  writeSignatures,
  writeCertificates,
  writeTraits,
  writeCompleted,
]

function writeFailure(failure: Failure, terminal: Terminal): void {
  if (failure.kind === 'stopped') terminal.err.write(`${terminal.words.tls.stopped}\n`)
  else writeWhyCard(failure, terminal.err, terminal, hintFrom(hints, failure))
}

const hints: Hints = {
  ...dnsHint,
  'tls-not-spoken': '--starttls',
  'greeting-missing': '--timeout SECONDS',
  'reply-timed-out': '--timeout SECONDS',
}

function writeVersions({ versions }: TlsScan, { out, language, words: { tls } }: Terminal): void {
  if (versions.length === 0) return
  title(out, tls.titles.versions)
  const color = colorOf(out.colors)
  const width = widest(Object.values(tls.outcomes))
  for (const { version, outcome, answer } of versions) {
    const mark: Mark = outcome === 'yes' ? versionMarks[version] : outcome === 'no' ? 'fair' : 'warning'
    const age = { good: '', fair: '', note: '', warning: tls.old, bad: tls.broken }[mark]
    const remark = outcome === 'yes' ? age : visible(spoken(answer, language))
    out.write(
      line(`  ${version.padEnd(9)} ${color[mark](tls.outcomes[outcome].padEnd(width))}  ${out.colors.dim(remark)}`),
    )
  }
}

/** RFC 9325 §3.1.1 */
const versionMarks: Readonly<Record<TlsScan['versions'][number]['version'], Mark>> = {
  SSLv2: 'bad',
  SSLv3: 'bad',
  TLSv1: 'warning',
  'TLSv1.1': 'warning',
  'TLSv1.2': 'good',
  'TLSv1.3': 'good',
}

/** The lists say more, where there are lists. */
function writeClasses({ classes, profile }: TlsScan, { out, language, words: { tls } }: Terminal): void {
  if (profile !== 'quick' || classes.length === 0) return
  title(out, tls.titles.classes)
  const width = widest(classes.map((one) => tls.classes[one.class]))
  const color = colorOf(out.colors)
  for (const { class: name, outcome, version, suite, answer } of classes) {
    const mark: Mark = suite === null ? 'fair' : strengthMarks[suite.strength]
    const word = outcome === 'yes' ? (version ?? '') : tls.outcomes[outcome]
    const remark = suite?.name ?? (outcome === 'unclear' ? spoken(answer, language) : '')
    out.write(
      line(`  ${tls.classes[name].padEnd(width)}  ${color[mark](word.padEnd(7))}  ${out.colors.dim(visible(remark))}`),
    )
  }
}

const strengthMarks: Readonly<Record<Suite['strength'], Mark>> = {
  strong: 'good',
  fair: 'fair',
  weak: 'warning',
  broken: 'bad',
}

function writeSuites({ suites }: TlsScan, terminal: Terminal): void {
  const { out, words } = terminal
  if (suites.length === 0) return
  title(out, words.tls.titles.suites)
  for (const list of suites) writeList(list, terminal)
}

function writeList({ version, order, isComplete, yieldsToChacha, suites }: SuiteList, terminal: Terminal): void {
  const { out, words } = terminal
  const { tls } = words
  const width = widest(Object.values(tls.strengths))
  const color = colorOf(out.colors)
  const facts = [
    suites.length > 1 ? tls.orders[order] : null,
    isComplete ? null : tls.incomplete,
    yieldsToChacha ? tls.yieldsToChacha : null,
  ].filter((fact) => fact !== null)
  const remark = facts.length === 0 ? '' : `: ${facts.join('; ')}`
  out.write(line(`  ${version} (${suites.length})${out.colors.dim(remark)}`))
  for (const suite of suites) {
    const strength = color[strengthMarks[suite.strength]](tls.strengths[suite.strength].padEnd(width))
    out.write(line(`    ${strength}  ${suite.name.padEnd(nameWidth)}  ${out.colors.dim(flagsInWords(suite, tls))}`))
  }
}

/** Of the longest name that servers of today have. */
const nameWidth = 45

/** What makes it less than strong. */
function flagsInWords({ flags, strength }: Suite, words: Terminal['words']['tls']): string {
  if (strength === 'strong') return ''
  const bad = flags.filter((flag) => !unremarkable.has(flag)).map((flag) => words.flags[flag])
  if (strength !== 'fair') return bad.join(', ')
  return flags.includes('pfs') ? words.flags.cbc : words.noForwardSecrecy
}

const unremarkable: ReadonlySet<SuiteFlag> = new Set(['cbc', 'aead', 'pfs', 'shared-secret'])

function writeGroups({ groups, dh }: TlsScan, { out, words: { tls } }: Terminal): void {
  if (groups.length + dh.length === 0) return
  title(out, tls.titles.groups)
  for (const { version, order, isComplete, groups: list } of groups) {
    const remark = [list.length > 1 ? tls.orders[order] : null, isComplete ? null : tls.incomplete].filter(
      (fact) => fact !== null,
    )
    out.write(line(`  ${version.padEnd(9)} ${out.colors.dim(remark.join('; '))}`))
    if (list.length > 0)
      out.write(
        line(
          `    ${wrapped(
            list.map(({ name }) => name),
            4,
          )}`,
        ),
      )
  }
  for (const { version, bits, prime } of dh) {
    const mark: Mark = bits >= 2048 ? 'good' : bits >= 1024 ? 'warning' : 'bad'
    out.write(line(`  ${version.padEnd(9)} ${colorOf(out.colors)[mark](tls.dh(bits, prime))}`))
  }
}

function writeSignatures({ signatures }: TlsScan, { out, words: { tls } }: Terminal): void {
  if (signatures.length === 0) return
  title(out, tls.titles.signatures)
  for (const { version, key, signatures: list, unasked } of signatures) {
    const names = [...list.map(({ name }) => name), ...(unasked === null ? [] : [tls.unasked(unasked)])]
    out.write(line(`  ${version.padEnd(9)} ${key.padEnd(5)}  ${wrapped(names, 19)}`))
  }
}

const title = (out: Output, text: string) => out.write(`\n${out.colors.bold(text)}\n`)
const line = (text: string) => `${text.trimEnd()}\n`
const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length))
