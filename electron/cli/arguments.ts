// Values of options, checked: each is what it must be, or a usage error that says what is wanted.
import { readFile } from 'node:fs/promises'
import { isDnsServer } from '#shared/address/dns-server.ts'
import { hasControl, ipFamily, isDomain, parseMailbox } from '#shared/address/index.ts'
import { UsageError } from './usage-error.ts'
import type { CliWords } from './words/index.ts'

export type HostAndPort = { readonly host: string; readonly port: number | null }

/** `host`, `host:port`, `192.0.2.1:port`, `[2001:db8::1]:port`, or an IPv6 address alone. */
export function hostAndPort(option: string, text: string, words: CliWords, wanted = words.wanted.server): HostAndPort {
  const invalid = () => new UsageError(words.valueInvalid(option, text, wanted))
  if (ipFamily(text) === 6) return { host: text, port: null }
  const [, bracketed, name, digits] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? []
  const host = bracketed ?? name
  if (host === undefined || !isHost(host)) throw invalid()
  const port = digits === undefined ? null : Number(digits)
  if (port !== null && (port < 1 || port > 65535)) throw invalid()
  return { host, port }
}

const isHost = (host: string) => ipFamily(host) !== null || isDomain(host.replace(/\.$/, ''))

/** One of a few words, whatever the case it is typed in. */
export function choice<T extends string>(option: string, text: string, choices: readonly T[], words: CliWords): T {
  const found = choices.find((each) => each.toLowerCase() === text.toLowerCase())
  if (found === undefined) throw new UsageError(words.valueInvalid(option, text, words.wanted.choice(choices)))
  return found
}

export function wholeNumber(
  option: string,
  text: string,
  [from, to]: readonly [number, number],
  words: CliWords,
): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= from && number <= to))
    throw new UsageError(words.valueInvalid(option, text, words.wanted.number(from, to)))
  return number
}

export function seconds(option: string, text: string, words: CliWords): number {
  const number = /^\d{1,6}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (!(number > 0)) throw new UsageError(words.valueInvalid(option, text, words.wanted.seconds))
  return number
}

/** How often a second; less than once an hour would be a mistake. */
export function perSecond(option: string, text: string, words: CliWords): number {
  const number = /^\d{0,6}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= 1 / 3600)) throw new UsageError(words.valueInvalid(option, text, words.wanted.rate))
  return number
}

/** The resolvers to ask, separated by commas; none for the system's. */
export function dnsServers(option: string, text: string | undefined, words: CliWords): string[] {
  if (text === undefined) return []
  const servers = text.split(',').map((server) => server.trim())
  if (servers.every(isDnsServer)) return servers
  throw new UsageError(words.valueInvalid(option, text, words.wanted.dns))
}

/** Names of the block lists to ask, separated by commas; none unless they are named. */
export function blockLists(option: string, text: string | undefined, words: CliWords): string[] {
  if (text === undefined) return []
  const lists = text.split(',').map((list) => list.trim().replace(/\.$/, '').toLowerCase())
  if (lists.every((list) => list.includes('.') && isDomain(list))) return [...new Set(lists)]
  throw new UsageError(words.valueInvalid(option, text, words.wanted.lists))
}

/** An address without a name, such as `ana@example.com`. */
export function mailboxOf(option: string, text: string, words: CliWords): string {
  if (parseMailbox(text).kind === 'mailbox') return text
  throw new UsageError(words.valueInvalid(option, text, words.wanted.address))
}

/** A text that becomes part of a header or a command. */
export function singleLine(option: string, text: string, words: CliWords): string {
  if (hasControl(text)) throw new UsageError(words.valueInvalid(option, text, words.wanted.noControls))
  return text
}

/** The text of a file that an option names. */
export async function fileText(option: string, file: string, words: CliWords): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(words.fileUnreadable(option, file, error.code ?? error.message))
  })
}
