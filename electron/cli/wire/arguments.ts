// The options that change what is said on the wire, as they are typed: of any session, and of one that sends. What they mean is in wire.ts.
import type { Command } from 'commander'
import { extensionKeywords, leaveWays, xclientNames, xforwardNames } from '#shared/values/wire-defaults.ts'
import { append } from '../command.ts'
import type { CliWords } from '../words/index.ts'

export type SessionWireArguments = {
  readonly ext?: readonly string[]
  readonly lmtp?: true
  readonly xclient?: readonly string[]
  readonly proxyHeader?: string
  readonly leave?: string
}

export type WireArguments = SessionWireArguments & {
  readonly notify?: string
  readonly ret?: string
  readonly envid?: string
  readonly orcpt?: string
  readonly deliverBy?: string
  readonly holdFor?: string
  readonly holdUntil?: string
  readonly mtPriority?: string
  readonly requiretls?: true
  readonly mailAuth?: string
  readonly solicit?: string
  readonly mailParam?: readonly string[]
  readonly rcptParam?: readonly string[]
  readonly chunkSize?: string
  readonly binary?: true
  readonly xforward?: readonly string[]
  readonly rawLine?: readonly string[]
  readonly rawOctets?: readonly string[]
}

type Help = CliWords['help']['wire']

export const withSessionWireOptions = (command: Command, help: Help): Command =>
  withSessionOptions(command.optionsGroup('On the wire:'), help).optionsGroup('Options:')

export function withWireOptions(command: Command, help: Help): Command {
  return withSessionOptions(command.optionsGroup('On the wire:'), help)
    .option('--notify <EVENTS>', help.notify)
    .option('--ret <FULL|HDRS>', help.ret)
    .option('--envid <TEXT>', help.envid)
    .option('--orcpt <TYPE;ADDRESS>', help.orcpt)
    .option('--deliver-by <SECONDS;MODE>', help.deliverBy)
    .option('--hold-for <SECONDS>', help.holdFor)
    .option('--hold-until <MOMENT>', help.holdUntil)
    .option('--mt-priority <N>', help.mtPriority)
    .option('--requiretls', help.requiretls)
    .option('--mail-auth <ADDRESS>', help.mailAuth)
    .option('--solicit <CLASSES>', help.solicit)
    .option('--mail-param <TEXT>', help.mailParam, append)
    .option('--rcpt-param <TEXT>', help.rcptParam, append)
    .option('--chunk-size <OCTETS>', help.chunkSize)
    .option('--binary', help.binary)
    .option('--xforward <NAME=VALUE>', help.xforward(list(xforwardNames)), append)
    .option('--raw-line <TEXT>', help.rawLine, append)
    .option('--raw-octets <TEXT>', help.rawOctets, append)
    .optionsGroup('Options:')
}

const withSessionOptions = (command: Command, help: Help): Command =>
  command
    .option('--ext <NAME=SWITCH>', help.ext(list(extensionKeywords)), append)
    .option('--lmtp', help.lmtp)
    .option('--xclient <NAME=VALUE>', help.xclient(list(xclientNames)), append)
    .option('--proxy-header <VERSION>', help.proxyHeader)
    .option('--leave <WAY>', help.leave(list(leaveWays)))

const list = (names: readonly string[]): string => names.join(', ')
