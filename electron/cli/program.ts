// The commands and what is said when one is used wrongly. A command's own code is loaded when it runs, not before.
import { Command, CommanderError } from 'commander'
import { visible } from '#shared/transcript/text.ts'
import { version } from '../services/version.ts'
import { askCommand } from './ask/command.ts'
import type { CommandMaker, End } from './command.ts'
import { diagnoseCommand } from './diagnose/command.ts'
import { exitStatus } from './exit-status.ts'
import { loopbackCommand } from './loopback/command.ts'
import { mxCommand } from './mx/command.ts'
import { passwordOption } from './secret-arguments.ts'
import { sendCommand } from './send/command.ts'
import type { Terminal } from './terminal.ts'
import { tlsCommand } from './tls/command.ts'
import { UsageError } from './usage-error.ts'
import { webCommand } from './web/command.ts'

/** Runs what the parameters say; the result is the exit status. */
export async function runProgram(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const option = passwordOption(parameters)
  if (option !== null) return refuse(terminal.words.passwordArgument(option), terminal)
  let status: number = exitStatus.done
  const program = createProgram(parameters[0], terminal, (ended) => {
    status = ended
  })
  try {
    await program.parseAsync([...parameters], { from: 'user' })
    return status
  } catch (error) {
    return await statusOfError(error, terminal)
  }
}

const makers = new Map<string | undefined, CommandMaker>([
  ['send', sendCommand],
  ['ask', askCommand],
  ['mx', mxCommand],
  ['loopback', loopbackCommand],
  ['web', webCommand],
  ['diagnose', diagnoseCommand],
  ['tls', tlsCommand],
])

/** With the command that comes first alone, or with all of them where none does: their many options take time. */
function createProgram(first: string | undefined, terminal: Terminal, end: End): Command {
  const { words } = terminal
  const named = (command: Command) => command.version(version, '-V, --version', words.help.version)
  const program = named(new Command('heloise')).description(words.help.program)
  const wanted = makers.get(first)
  for (const make of wanted === undefined ? makers.values() : [wanted]) program.addCommand(named(make(terminal, end)))
  program.addHelpText('after', `\n${words.help.more}`)
  for (const each of [program, ...program.commands]) prepare(each, terminal)
  return program
}

/** Output, colours and words of one command, and no `process.exit` behind our back. */
function prepare(command: Command, { out, err, words }: Terminal): void {
  command
    .exitOverride()
    .showHelpAfterError(false)
    .helpOption('-h, --help', words.help.help)
    .configureHelp({ styleTitle: (title) => out.colors.bold(words.help.titles[title] ?? title), helpWidth: 100 })
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text),
      outputError: (text, write) => write(`heloise: ${withoutValue(text)}\n${words.seeHelp(fullName(command))}\n`),
    })
  if (command.commands.length > 0) command.helpCommand(false)
}

/** What commander says, on lines of their own; the value of an option it does not know could be a secret. */
const withoutValue = (text: string): string =>
  text
    .trim()
    .replace(/^error: /, '')
    .replace(/'(-[^'=]*)=[^']*'/, "'$1'")
    .split('\n')
    .map(visible)
    .join('\n')

const fullName = (command: Command): string =>
  command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`

async function statusOfError(error: unknown, terminal: Terminal): Promise<number> {
  if (terminal.signal.aborted) {
    terminal.err.write(`${terminal.words.stopped.nothingSent}\n`)
    return exitStatus.interrupted
  }
  // Commander has said what is wrong; help and version are no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.usage
  if (error instanceof UsageError) return refuse(error.message, terminal)
  const { tellFailure } = await import('./tell-failure.ts')
  return tellFailure(error, terminal)
}

function refuse(message: string, { err }: Terminal): number {
  err.write(`heloise: ${visible(message)}\n`)
  return exitStatus.usage
}
