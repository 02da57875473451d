// The options that say how to reach a server, as they are typed; what they mean is in access.ts.
import type { Command } from 'commander'
import { mechanisms } from '#shared/values/mechanisms.ts'
import type { CliWords } from '../words/index.ts'

export type ReachArguments = {
  readonly server?: string
  readonly mx?: true
  readonly mtaSts?: true
  readonly dane?: true
  readonly dns?: string
  readonly profile?: string
  readonly security?: string
  readonly user?: string
  readonly passwordFile?: string
  readonly auth?: string
  readonly plaintextLogin?: true
  readonly ca?: string
  readonly pin?: string
  readonly tlsName?: string
  readonly cert?: string
  readonly key?: string
  readonly tlsMin?: string
  readonly tlsMax?: string
  readonly ciphers?: string
  readonly ehlo?: string
  readonly proxy?: string
  readonly proxyPasswordFile?: string
  readonly localAddress?: string
  readonly showSecrets?: true
}

export function withReachOptions(command: Command, { dns, reach: help }: CliWords['help']): Command {
  return command
    .option('-s, --server <HOST:PORT>', help.server)
    .option('--dns <ADDRESS>', dns)
    .option('--profile <NAME>', help.profile)
    .option('--security <KIND>', help.security)
    .option('-u, --user <USER>', help.user)
    .option('--password-file <FILE>', help.passwordFile)
    .option('--auth <MECHANISM>', help.auth(mechanisms.join(', ')))
    .option('--plaintext-login', help.plaintextLogin)
    .option('--ca <FILE>', help.ca)
    .option('--pin <SHA256>', help.pin)
    .option('--tls-name <NAME>', help.tlsName)
    .option('--cert <FILE>', help.cert)
    .option('--key <FILE>', help.key)
    .option('--tls-min <VERSION>', help.tlsMin)
    .option('--tls-max <VERSION>', help.tlsMax)
    .option('--ciphers <LIST>', help.ciphers)
    .option('--ehlo <NAME>', help.ehlo)
    .option('--proxy <URL>', help.proxy)
    .option('--proxy-password-file <FILE>', help.proxyPasswordFile)
    .option('--local-address <IP>', help.localAddress)
    .option('--show-secrets', help.showSecrets)
}
