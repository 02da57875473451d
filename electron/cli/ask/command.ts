// `heloise ask`: its options. What is done with them is in run.ts.
import { Command } from 'commander'
import { type CommandMaker, examples, statuses } from '../command.ts'
import { type ReachArguments, withReachOptions } from '../reach/arguments.ts'
import { type SessionWireArguments, withSessionWireOptions } from '../wire/arguments.ts'

export type AskOptions = ReachArguments &
  SessionWireArguments & {
    readonly exact?: true
    readonly timeout?: string
    readonly transcript?: string
    readonly json?: true
  }

export const askCommand: CommandMaker = (terminal, end) => {
  const { help } = terminal.words
  const command = new Command('ask').description(help.ask.about).argument('<COMMAND...>', help.ask.commands)
  const reaching = withReachOptions(command, help)
    .option('--exact', help.ask.exact)
    .option('--timeout <SECONDS>', help.send.timeout)
    .option('--transcript <FILE>', help.send.transcript)
    .option('--json', help.json)
  return withSessionWireOptions(reaching, help.wire)
    .addHelpText('after', examples(terminal, exampleLines))
    .addHelpText('after', statuses(terminal, [0, 2, 10, 11, 12, 13, 14, 15, 21, 130]))
    .allowExcessArguments(false)
    .action(async (texts: readonly string[], options: AskOptions) => {
      const { runAsk } = await import('./run.ts')
      end(await runAsk(texts, options, terminal))
    })
}

const exampleLines = [
  'heloise ask HELP "VRFY postmaster" --server mx.example.com',
  'heloise ask "EXPN staff" --server smtp.example.com:587 --user ana@example.com --json',
  "heloise ask 'NOOP\\n' --exact --server localhost:2525",
]
