// `heloise web`: its options.
import { Command } from 'commander'
import { type CommandMaker, examples } from '../command.ts'

export type WebCommandOptions = { readonly port: string; readonly open: boolean }

export const webCommand: CommandMaker = (terminal, end) => {
  const { web: help } = terminal.words.help
  return new Command('web')
    .description(help.about)
    .option('-p, --port <PORT>', help.port, '0')
    .option('--no-open', help.noOpen)
    .addHelpText('after', examples(terminal, ['heloise web', 'heloise web --port 8025 --no-open']))
    .allowExcessArguments(false)
    .action(async (options: WebCommandOptions) => {
      const { runWeb } = await import('./run.ts')
      end(await runWeb(options, terminal))
    })
}
