// `heloise tls`: its options.
import { Command } from 'commander'
import { scanPlans } from '../../engine/tls/plan.ts'
import { type CommandMaker, examples, statuses } from '../command.ts'

export type TlsOptions = {
  readonly starttls?: true
  readonly quick?: true
  readonly full?: true
  readonly sni?: string
  readonly ehlo?: string
  readonly perMinute?: string
  readonly timeout: string
  readonly dns?: string
  readonly transcript?: string
  readonly json?: true
}

export const tlsCommand: CommandMaker = (terminal, end) => {
  const { dns, json, tls: help } = terminal.words.help
  return new Command('tls')
    .description(help.about)
    .argument('<HOST:PORT>', help.endpoint)
    .option('--starttls', help.starttls)
    .option('--quick', help.quick(scanPlans.quick.usual))
    .option('--full', help.full(scanPlans.full.usual))
    .option('--sni <NAME>', help.sni)
    .option('--ehlo <NAME>', help.ehlo)
    .option('--per-minute <N>', help.perMinute)
    .option('--timeout <SECONDS>', help.timeout, '10')
    .option('--dns <ADDRESS>', dns)
    .option('--transcript <FILE>', help.transcript)
    .option('--json', json)
    .addHelpText(
      'after',
      examples(terminal, ['heloise tls mx.example.com:25 --full', 'heloise tls smtp.example.com:465 --quick --json']),
    )
    .addHelpText('after', statuses(terminal, [0, 2, 10, 11, 12, 13, 14, 21, 130]))
    .allowExcessArguments(false)
    .action(async (endpoint: string, options: TlsOptions) => {
      const { runTls } = await import('./run.ts')
      end(await runTls(endpoint, options, terminal))
    })
}
