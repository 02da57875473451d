// `heloise mx`: its options.
import { Command } from 'commander'
import { type CommandMaker, examples, statuses } from '../command.ts'

export type MxOptions = { readonly dns?: string; readonly json?: true }

export const mxCommand: CommandMaker = (terminal, end) => {
  const { dns, json, mx: help } = terminal.words.help
  return new Command('mx')
    .description(help.about)
    .argument('<DOMAIN>', help.domain)
    .option('--dns <ADDRESS>', dns)
    .option('--json', json)
    .addHelpText(
      'after',
      examples(terminal, ['heloise mx example.com', 'heloise mx example.com --dns 192.0.2.53 --json']),
    )
    .addHelpText('after', statuses(terminal, [0, 2, 10, 130]))
    .allowExcessArguments(false)
    .action(async (domain: string, options: MxOptions) => {
      const { runMx } = await import('./run.ts')
      end(await runMx(domain, options, terminal))
    })
}
