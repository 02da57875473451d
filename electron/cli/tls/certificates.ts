// The certificates of a TLS scan for a person, each chain once, and the handshake that was gone through with.
import { visible } from '#shared/transcript/text.ts'
import type { Certificate } from '#shared/values/tls.ts'
import type { ShownChain, TlsScan } from '#shared/values/tls-scan.ts'
import type { Terminal } from '../terminal.ts'
import { colorOf, type Mark, spoken, wrapped } from './lines.ts'

export function writeCertificates({ certificates }: TlsScan, terminal: Terminal): void {
  const { out, words } = terminal
  if (certificates.length === 0) return
  out.write(`\n${out.colors.bold(words.tls.titles.certificates)}\n`)
  for (const shown of certificates) writeChain(shown, terminal)
}

function writeChain({ shownFor, chain, count, staple }: ShownChain, { out, words: { tls } }: Terminal): void {
  const { dim } = out.colors
  const [leaf] = chain
  if (leaf === undefined) return void out.write(`  ${tls.staples.unreadable}\n`)
  out.write(`  ${visible(leaf.key)}  ${visible(leaf.subject)}\n`)
  const { text, mark } = daysOf(leaf, tls)
  const dates = `${leaf.validFrom.slice(0, 10)} – ${leaf.validTo.slice(0, 10)}`
  const stapled = staple === null ? tls.noStaple : `${tls.staple}: ${tls.staples[staple.status]}`
  const rows: readonly (readonly [string, string])[] = [
    [tls.valid, `${dates}, ${colorOf(out.colors)[mark](text)}`],
    [tls.names, wrapped(leaf.names.map(visible), rowMargin)],
    [tls.issuer, `${leaf.isSelfSigned ? tls.selfSigned : visible(leaf.issuer)}, ${leaf.signatureAlgorithm}`],
    ['SHA-256', leaf.sha256.replace(/.{32}(?=.)/g, `$&\n${' '.repeat(rowMargin)}`)],
    [tls.shownFor, shownFor.map((wish) => tls.wishes[wish]).join(', ')],
    ['', `${tls.sent(count)}; ${stapled}`],
  ]
  for (const [name, value] of rows) out.write(`    ${dim(name.padEnd(rowMargin - 5))} ${value}\n`)
}

const rowMargin = 16
const day = 24 * 60 * 60 * 1000
/** Authorities renew a month before the end; who has less left has missed that. */
const soon = 21

type Left = { readonly text: string; readonly mark: Mark }

function daysOf({ validFrom, validTo }: Certificate, words: Terminal['words']['tls']): Left {
  const days = Math.floor((Date.parse(validTo) - Date.now()) / day)
  if (Date.parse(validFrom) > Date.now()) return { text: words.notYet, mark: 'bad' }
  if (days < 0) return { text: words.expired(-days), mark: 'bad' }
  return { text: words.daysLeft(days), mark: days <= soon ? 'warning' : 'good' }
}

export function writeCompleted({ completed }: TlsScan, { out, language, words: { tls } }: Terminal): void {
  if (completed === null) return
  const { bold, green, yellow } = out.colors
  out.write(`\n${bold(tls.titles.completed)}\n`)
  if (completed.tls === null)
    return void out.write(`  ${yellow(tls.notCompleted(visible(spoken(completed.problem ?? '', language))))}\n`)
  const { version, cipher, keyExchange, authorized, faults } = completed.tls
  out.write(`  ${[version, cipher, keyExchange].filter((part) => part !== null).join('  ')}\n`)
  out.write(`  ${authorized ? green(tls.trusted) : yellow(tls.notTrusted)}\n`)
  for (const { message } of faults) out.write(`    ${visible(spoken(message, language))}\n`)
  const tried = Object.values(completed.resumption).filter((was) => was !== null)
  if (tried.length > 0) out.write(`  ${tried.includes(true) ? tls.resumed : tls.notResumed}\n`)
}
