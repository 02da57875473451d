// `heloise loopback`: its options.
import { Command } from 'commander'
import { type CommandMaker, examples } from '../command.ts'
import { scenarioList } from './scenario-list.ts'

export type LoopbackCommandOptions = {
  readonly port: string
  readonly save?: string
  readonly scenario: string
  readonly json?: true
}

export const loopbackCommand: CommandMaker = (terminal, end) => {
  const { loopback: help } = terminal.words.help
  return new Command('loopback')
    .description(help.about)
    .option('-p, --port <PORT>', help.port, '2525')
    .option('--save <FOLDER>', help.save)
    .option('--scenario <NAME>', help.scenario, 'none')
    .option('--json', help.json)
    .addHelpText(
      'after',
      examples(terminal, ['heloise loopback', 'heloise loopback --port 0 --save mails --scenario greylist --json']),
    )
    .addHelpText('after', ({ command }) => scenarioList(command, terminal))
    .allowExcessArguments(false)
    .action(async (options: LoopbackCommandOptions) => {
      const { runLoopback } = await import('./run.ts')
      end(await runLoopback(options, terminal))
    })
}
