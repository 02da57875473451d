// What the options of the group “On the wire” mean: each checked, with a usage error that says what is wanted.
import { hasControl, ipFamily, parseMailbox } from '#shared/address/index.ts'
import {
  dsnEvents,
  extensionKeywords,
  extensionSwitches,
  leaveWays,
  rawPlaces,
  xclientNames,
  xforwardNames,
} from '#shared/values/wire-defaults.ts'
import type { Endpoint, ProxyHeader, RawLine, WireOptions } from '#shared/values/wire-options.ts'
import { choice, hostAndPort, singleLine, wholeNumber } from '../arguments.ts'
import { UsageError } from '../usage-error.ts'
import type { CliWords } from '../words/index.ts'
import type { WireArguments } from './arguments.ts'

/** `base`: what a profile does, which an option changes; a list that is given takes the place of the profile's. */
export function wireOf(options: WireArguments, base: WireOptions, words: CliWords): WireOptions {
  const parameters = (option: string, typed: readonly string[]) => typed.map((text) => parameterOf(option, text, words))
  return {
    extensions: {
      ...base.extensions,
      ...Object.fromEntries((options.ext ?? []).map((text) => switchOf(text, words))),
    },
    protocol: options.lmtp ? 'lmtp' : base.protocol,
    proxyHeader: given(options.proxyHeader, (text) => proxyHeaderOf(text, words), base.proxyHeader),
    xclient: given(options.xclient, (list) => attributesOf('--xclient', list, xclientNames, words), base.xclient),
    xforward: given(options.xforward, (list) => attributesOf('--xforward', list, xforwardNames, words), base.xforward),
    dsn: dsnOf(options, base.dsn, words),
    deliverBy: given(options.deliverBy, (text) => deliverByOf(text, words), base.deliverBy),
    hold: holdOf(options, base.hold, words),
    priority: given(options.mtPriority, (text) => priorityOf(text, words), base.priority),
    requireTls: options.requiretls ?? base.requireTls,
    mailAuth: given(options.mailAuth, (text) => mailAuthOf(text, words), base.mailAuth),
    solicit: given(options.solicit, (text) => solicitOf(text, words), base.solicit),
    chunkSize: given(
      options.chunkSize,
      (text) => wholeNumber('--chunk-size', text, [1, 999_999_999], words),
      base.chunkSize,
    ),
    mailParameters: given(options.mailParam, (list) => parameters('--mail-param', list), base.mailParameters),
    rcptParameters: given(options.rcptParam, (list) => parameters('--rcpt-param', list), base.rcptParameters),
    rawLines: rawLinesOf(options, base.rawLines, words),
    leave: given(options.leave, (text) => choice('--leave', text, leaveWays, words), base.leave),
  }
}

const given = <Typed, Value>(typed: Typed | undefined, read: (typed: Typed) => Value, otherwise: Value): Value =>
  typed === undefined ? otherwise : read(typed)

function switchOf(text: string, words: CliWords) {
  const [name = '', position = ''] = text.split('=')
  const keyword = extensionKeywords.find((one) => one.toLowerCase() === name.toLowerCase())
  const found = extensionSwitches.find((one) => one === position.toLowerCase())
  if (keyword === undefined) throw invalid('--ext', text, words.wanted.choice(extensionKeywords), words)
  if (found === undefined) throw invalid('--ext', text, words.wanted.pair(keyword, extensionSwitches), words)
  return [keyword, found] as const
}

function attributesOf<Name extends string>(
  option: string,
  typed: readonly string[],
  names: readonly Name[],
  words: CliWords,
): { name: Name; value: string }[] {
  return typed.map((text) => {
    const end = text.indexOf('=')
    const name = names.find((one) => one === text.slice(0, Math.max(end, 0)).toUpperCase())
    if (name === undefined) throw invalid(option, text, words.wanted.attribute(names), words)
    return { name, value: singleLine(option, text.slice(end + 1), words) }
  })
}

function dsnOf(
  { notify, ret, envid, orcpt }: WireArguments,
  base: WireOptions['dsn'],
  words: CliWords,
): WireOptions['dsn'] {
  if (envid !== undefined && !/^[ -~]{1,100}$/.test(envid)) throw invalid('--envid', envid, words.wanted.envid, words)
  if (orcpt !== undefined && (hasControl(orcpt) || !/^(recipient|[A-Za-z0-9-]+;.+)$/u.test(orcpt)))
    throw invalid('--orcpt', orcpt, words.wanted.orcpt, words)
  return {
    notify: given(notify, (text) => notifyOf(text, words), base.notify),
    ret: given(ret, (text) => choice('--ret', text, ['FULL', 'HDRS'] as const, words), base.ret),
    envid: envid ?? base.envid,
    orcpt: orcpt ?? base.orcpt,
  }
}

/** RFC 3461 §4.1: NEVER stands alone. */
function notifyOf(text: string, words: CliWords): WireOptions['dsn']['notify'] {
  const events = text.split(',').map((one) => dsnEvents.find((event) => event === one.trim().toUpperCase()))
  const known = events.filter((event) => event !== undefined)
  const isAlone = known.length === 1 || !known.includes('NEVER')
  if (known.length !== events.length || !isAlone) throw invalid('--notify', text, words.wanted.notify, words)
  return known
}

/** RFC 2852 §4 */
function deliverByOf(text: string, words: CliWords): WireOptions['deliverBy'] {
  const [, digits = '', mode = '', trace = ''] = /^(-?\d{1,9});([RN])(T?)$/i.exec(text) ?? []
  const isReturn = mode.toUpperCase() === 'R'
  if (digits === '' || (isReturn && Number(digits) <= 0))
    throw invalid('--deliver-by', text, words.wanted.deliverBy, words)
  return { seconds: Number(digits), mode: isReturn ? 'return' : 'notify', isTraced: trace !== '' }
}

function holdOf(
  { holdFor, holdUntil }: WireArguments,
  base: WireOptions['hold'],
  words: CliWords,
): WireOptions['hold'] {
  if (holdFor !== undefined && holdUntil !== undefined) throw new UsageError(words.holdTwice)
  if (holdFor !== undefined)
    return { kind: 'for', seconds: wholeNumber('--hold-for', holdFor, [1, 999_999_999], words) }
  if (holdUntil === undefined) return base
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(holdUntil)
  if (!isMoment || Number.isNaN(Date.parse(holdUntil)))
    throw invalid('--hold-until', holdUntil, words.wanted.moment, words)
  return { kind: 'until', at: holdUntil }
}

function priorityOf(text: string, words: CliWords): number {
  if (!/^[+-]?\d$/.test(text)) throw invalid('--mt-priority', text, words.wanted.number(-9, 9), words)
  return Number(text)
}

function mailAuthOf(text: string, words: CliWords): string {
  if (text === '<>' || parseMailbox(text).kind === 'mailbox') return text
  throw invalid('--mail-auth', text, words.wanted.address, words)
}

function solicitOf(text: string, words: CliWords): string[] {
  const classes = text.split(',')
  if (classes.some((one) => one === '' || hasControl(one) || /\s/.test(one)))
    throw invalid('--solicit', text, words.wanted.solicit, words)
  return classes
}

function parameterOf(option: string, text: string, words: CliWords): string {
  if (text === '' || hasControl(text) || /\s/.test(text)) throw invalid(option, text, words.wanted.parameter, words)
  return text
}

function proxyHeaderOf(text: string, words: CliWords): ProxyHeader {
  const [, digit, ends = ''] = /^v([12])(?::(.+))?$/i.exec(text) ?? []
  const wrong = () => invalid('--proxy-header', text, words.wanted.proxyHeader, words)
  if (digit === undefined) throw wrong()
  const [source, destination, ...rest] = ends === '' ? [] : ends.split(',')
  if (rest.length > 0) throw wrong()
  const end = (typed: string | undefined): Endpoint | null => {
    if (typed === undefined) return null
    const { host, port } = hostAndPort('--proxy-header', typed, words)
    if (ipFamily(host) === null || port === null) throw wrong()
    return { address: host, port }
  }
  return { version: digit === '1' ? 1 : 2, source: end(source), destination: end(destination) }
}

function rawLinesOf(
  { rawLine, rawOctets }: WireArguments,
  base: WireOptions['rawLines'],
  words: CliWords,
): WireOptions['rawLines'] {
  if (rawLine === undefined && rawOctets === undefined) return base
  return [
    ...(rawLine ?? []).map((text) => rawLineOf('--raw-line', text, words)),
    ...(rawOctets ?? []).map((text) => rawLineOf('--raw-octets', text, words)),
  ]
}

/** A colon belongs to the text where what stands before it is no stage. */
function rawLineOf(option: '--raw-line' | '--raw-octets', text: string, words: CliWords): RawLine {
  const place = rawPlaces.find((one) => text.toLowerCase().startsWith(`${one}:`))
  const said = place === undefined ? text : text.slice(place.length + 1)
  if (said === '') throw invalid(option, text, words.wanted.rawLine, words)
  const isExact = option === '--raw-octets'
  return { after: place ?? 'auth', text: isExact ? said : singleLine(option, said, words), isExact }
}

const invalid = (option: string, text: string, wanted: string, words: CliWords): UsageError =>
  new UsageError(words.valueInvalid(option, text, wanted))
