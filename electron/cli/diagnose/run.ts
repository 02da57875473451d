// Runs `heloise diagnose`: how far it is goes to standard error; the report follows, for a person or as one document.
import { reportJson } from '#shared/report/json.ts'
import type { Report } from '#shared/values/report.ts'
import { diagnose, type Sink } from '../../engine/diagnose/index.ts'
import { systemResolver } from '../../engine/dns/index.ts'
import { blockLists, choice, dnsServers, mailboxOf } from '../arguments.ts'
import { authoritiesOf } from '../authorities.ts'
import { exitStatus, statusOfFailure } from '../exit-status.ts'
import { createRecorder } from '../recorder.ts'
import type { Terminal } from '../terminal.ts'
import type { DiagnoseOptions } from './command.ts'
import { openSink } from './open-sink.ts'
import { ownLogin } from './own-login.ts'
import { writerOf } from './writer.ts'

const levels = { 0: 0, 1: 1, 2: 2, 3: 3 } as const
const levelNames = ['0', '1', '2', '3'] as const

export async function runDiagnose(target: string, options: DiagnoseOptions, terminal: Terminal): Promise<number> {
  const opened = options.sink === undefined ? null : await openSink(options.sink, terminal.words)
  try {
    return await runWith(target, options, opened?.sink ?? null, terminal)
  } finally {
    await opened?.stop()
  }
}

async function runWith(
  target: string,
  options: DiagnoseOptions,
  sink: Sink | null,
  terminal: Terminal,
): Promise<number> {
  const { out, words, signal, language } = terminal
  const level = levels[choice('--level', options.level, levelNames, words)]
  const resolver = systemResolver({ servers: dnsServers('--dns', options.dns, words) })
  const blocklists = blockLists('--dnsbl', options.dnsbl, words)
  const recorder = createRecorder({ origin: 'diagnose', show: null, isKept: false })
  const only = (options.only ?? '').split(',')
  const authorities = options.ca === undefined ? null : await authoritiesOf(options.ca, words)
  const mailbox = options.mailbox === undefined ? null : mailboxOf('--mailbox', options.mailbox, words)
  const credentials = await ownLogin(options, terminal)
  const write = writerOf(options.json === true, terminal)

  const events = diagnose(
    {
      text: target,
      access: null,
      authorities,
      only,
      level,
      isOwn: options.own === true,
      blocklists,
      mailbox,
      credentials,
    },
    { recorder, resolver, signal, replyTimeout: null, ...(sink === null ? {} : { sink }) },
  )
  for await (const event of events) {
    write(event)
    if (event.kind !== 'report') continue
    if (options.json) out.write(`${JSON.stringify(reportJson(event.report, language), null, 2)}\n`)
    return statusOf(event.report)
  }
  return exitStatus.failed
}

function statusOf({ summary, failure }: Report): number {
  if (failure?.kind === 'stopped') return exitStatus.interrupted
  if (summary.fail > 0) return exitStatus.findings
  return failure === null ? exitStatus.done : statusOfFailure(failure)
}
