// `heloise send`: its options. What they mean is in order.ts, what is done with them in run.ts.
import { Command } from 'commander'
import { append, type CommandMaker, examples, statuses } from '../command.ts'
import { type ReachArguments, withReachOptions } from '../reach/arguments.ts'
import { type WireArguments, withWireOptions } from '../wire/arguments.ts'

/** The options as they were typed. */
export type SendOptions = {
  readonly from?: string
  readonly to?: readonly string[]
  readonly subject?: string
  readonly text?: string
  readonly html?: string
  readonly attach?: readonly string[]
  readonly eml?: string
  readonly stopAfter?: string
  readonly count?: string
  readonly connections?: string
  readonly window?: string
  readonly mailsPerConnection?: string
  readonly rate?: string
  readonly keepOrder?: true
  readonly timeout?: string
  readonly transcript?: string
  readonly wholeBody?: true
  readonly quiet?: true
  readonly json?: true
} & ReachArguments &
  WireArguments

export const sendCommand: CommandMaker = (terminal, end) => {
  const { json, send: help } = terminal.words.help
  const command = withReachOptions(new Command('send').description(help.about), terminal.words.help)
    .option('--mx', help.mx)
    .option('--mta-sts', help.mtaSts)
    .option('--dane', help.dane)
    .option('-f, --from <ADDRESS>', help.from)
    .option('-t, --to <ADDRESSES>', help.to, append)
    .option('--subject <TEXT>', help.subject)
    .option('--text <TEXT>', help.text)
    .option('--html <HTML>', help.html)
    .option('-a, --attach <FILE>', help.attach, append)
    .option('--eml <FILE>', help.eml)
    .option('--stop-after <STAGE>', help.stopAfter)
    .option('--count <N>', help.count)
    .option('--connections <N>', help.connections)
    .option('--window <N>', help.window)
    .option('--mails-per-connection <N>', help.mailsPerConnection)
    .option('--rate <N>', help.rate)
    .option('--keep-order', help.keepOrder)
    .option('--timeout <SECONDS>', help.timeout)
    .option('--transcript <FILE>', help.transcript)
    .option('--whole-body', help.wholeBody)
    .option('-q, --quiet', help.quiet)
    .option('--json', json)
  return withWireOptions(command, terminal.words.help.wire)
    .addHelpText('after', examples(terminal, exampleLines))
    .addHelpText('after', statuses(terminal, [0, 1, 2, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 130]))
    .allowExcessArguments(false)
    .action(async (options: SendOptions) => {
      const { runSend } = await import('./run.ts')
      end(await runSend(options, terminal))
    })
}

const exampleLines = [
  'heloise send --server smtp.example.com:587 --user ana@example.com --from ana@example.com --to luis@example.net',
  'heloise send --server smtp.example.com:465 --user ana --from ana@example.com --to luis@example.net --attach report.pdf',
  'heloise send --mx --from ana@example.com --to luis@example.net --stop-after rcpt',
  'heloise send --mx --mta-sts --dane --dns 127.0.0.1:5300 --from ana@example.com --to luis@example.net',
  'heloise send --server localhost:2525 --from ana@example.com --to luis@example.net --eml mail.eml --json',
  'heloise send --server smtp.example.com --proxy socks5://127.0.0.1:9050 --from ana@example.com --to luis@example.net',
  'heloise send --server localhost:2525 --from ana@example.com --to luis@example.net --count 1000 --connections 4 --rate 20',
  'heloise send --server localhost:2525 --from ana@example.com --to luis@example.net --ext CHUNKING=off --notify SUCCESS',
]
