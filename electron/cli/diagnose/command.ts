// `heloise diagnose`: its options.
import { Command } from 'commander'
import { type CommandMaker, examples, statuses } from '../command.ts'

export type DiagnoseOptions = {
  readonly only?: string
  readonly level: string
  readonly yes?: true
  readonly own?: true
  readonly scan: string
  readonly tlsPolicy: string
  readonly user?: string
  readonly passwordFile?: string
  readonly tryAgain?: true
  readonly mailbox?: string
  readonly sink?: string
  readonly dnsbl?: string
  readonly ip?: string
  readonly mailFrom?: string
  readonly helo?: string
  readonly eml?: string
  readonly selector?: string
  readonly ca?: string
  readonly dns?: string
  readonly json?: true
}

export const diagnoseCommand: CommandMaker = (terminal, end) => {
  const { dns, json, diagnose: help } = terminal.words.help
  return new Command('diagnose')
    .description(help.about)
    .argument('<TARGET>', help.target)
    .option('--only <IDS>', help.only)
    .option('--level <LEVEL>', help.level, '1')
    .option('-y, --yes', help.yes)
    .option('--own', help.own)
    .option('--scan <PROFILE>', help.scan, 'quick')
    .option('--tls-policy <NAME>', help.tlsPolicy, 'bcp-195')
    .option('--user <NAME>', help.user)
    .option('--password-file <FILE>', help.passwordFile)
    .option('--try-again', help.tryAgain)
    .option('--mailbox <ADDRESS>', help.mailbox)
    .option('--sink <PORT>', help.sink)
    .option('--dnsbl <LISTS>', help.dnsbl)
    .option('--ip <ADDRESS>', help.ip)
    .option('--mail-from <ADDRESS>', help.mailFrom)
    .option('--helo <NAME>', help.helo)
    .option('--eml <FILE>', help.eml)
    .option('--selector <NAMES>', help.selector)
    .option('--ca <FILE>', help.ca)
    .option('--dns <ADDRESS>', dns)
    .option('--json', json)
    .addHelpText(
      'after',
      examples(terminal, [
        'heloise diagnose smtp.example.com:587',
        'heloise diagnose example.com --only TLS,AUT --json',
        'heloise diagnose example.com --level 0 --ip 192.0.2.7 --eml received.eml',
        'heloise diagnose smtp.example.com:587 --level 2 --scan full --only TLS',
        'heloise diagnose mx.example.com:25 --level 3 --own --ca authority.pem',
        'heloise diagnose 127.0.0.1:25 --level 3 --mailbox me@sink.example --sink 2525',
      ]),
    )
    .addHelpText('after', statuses(terminal, [0, 2, 10, 11, 30, 130]))
    .allowExcessArguments(false)
    .action(async (target: string, options: DiagnoseOptions) => {
      const { runDiagnose } = await import('./run.ts')
      end(await runDiagnose(target, options, terminal))
    })
}
