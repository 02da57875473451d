// What `heloise diagnose` was asked for, checked: nothing is looked up before all of it is clear.
import { isLoopbackHost } from '#shared/values/ports.ts'
import { scanProfiles, tlsPolicyNames } from '#shared/values/tls-scan-terms.ts'
import { catalogue, type DiagnoseTarget, parseTarget } from '../../engine/diagnose/index.ts'
import { blockLists, choice, dnsServers, mailboxOf } from '../arguments.ts'
import { authoritiesOf } from '../authorities.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import type { DiagnoseOptions } from './command.ts'
import { ownLogin } from './own-login.ts'
import { senderOf } from './sender.ts'

const levels = { 0: 0, 1: 1, 2: 2, 3: 3 } as const
const levelNames = ['0', '1', '2', '3'] as const

export type DiagnoseOrder = DiagnoseTarget & {
  /** The resolvers to ask; none for the system's. */
  readonly servers: readonly string[]
  /** Whether somebody else's server is to be asked for more than one polite session. */
  readonly isPressing: boolean
}

export async function orderOf(text: string, options: DiagnoseOptions, terminal: Terminal): Promise<DiagnoseOrder> {
  const { words } = terminal
  const host = hostOf(text, words)
  const level = levels[choice('--level', options.level, levelNames, words)]
  const isHere = host !== null && isLoopbackHost(host)
  const isOwn = options.own === true
  if (level === 3 && !isOwn && !isHere) throw new UsageError(words.ownMissing)
  return {
    text,
    access: null,
    level,
    isOwn,
    isPressing: level > 1 && !isHere,
    scanProfile: choice('--scan', options.scan, scanProfiles, words),
    tlsPolicy: choice('--tls-policy', options.tlsPolicy, tlsPolicyNames, words),
    only: checksOf(options.only, words),
    servers: dnsServers('--dns', options.dns, words),
    blocklists: blockLists('--dnsbl', options.dnsbl, words),
    triesAgain: options.tryAgain === true,
    mailbox: options.mailbox === undefined ? null : mailboxOf('--mailbox', options.mailbox, words),
    authorities: options.ca === undefined ? null : await authoritiesOf(options.ca, words),
    credentials: await ownLogin(options, terminal),
    sender: await senderOf(options, words),
  }
}

/** Null where a domain is meant, whose hosts DNS has to tell. */
function hostOf(text: string, words: Terminal['words']): string | null {
  const target = parseTarget(text)
  if (target.kind === 'invalid') throw new UsageError(words.valueInvalid('TARGET', text, words.wanted.target))
  return target.kind === 'domain' ? null : target.kind === 'name' ? target.name : target.host
}

function checksOf(only: string | undefined, words: Terminal['words']): string[] {
  const wanted = (only ?? '').split(',').flatMap((id) => id.trim().toUpperCase() || [])
  const ids = new Set<string>(catalogue.map(({ check }) => check.id))
  const groups = [...new Set([...ids].map((id) => id.split('-', 1)[0] ?? ''))]
  const unknown = wanted.find((one) => !ids.has(one) && !groups.includes(one))
  if (unknown !== undefined) throw new UsageError(words.valueInvalid('--only', unknown, words.wanted.checks(groups)))
  return wanted
}
