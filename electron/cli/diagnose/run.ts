// Runs `heloise diagnose`: how far it is goes to standard error; the report follows, for a person or as one document.
import { reportJson } from '#shared/report/json.ts'
import type { Cost } from '#shared/values/diagnosis.ts'
import type { Report } from '#shared/values/report.ts'
import { diagnose, type Sink } from '../../engine/diagnose/index.ts'
import { systemResolver } from '../../engine/dns/index.ts'
import { askYes } from '../ask-yes.ts'
import { exitStatus, statusOfFailure } from '../exit-status.ts'
import { createRecorder } from '../recorder.ts'
import type { Terminal } from '../terminal.ts'
import type { DiagnoseOptions } from './command.ts'
import { openSink } from './open-sink.ts'
import { type DiagnoseOrder, orderOf } from './order.ts'
import { writerOf } from './writer.ts'

export async function runDiagnose(target: string, options: DiagnoseOptions, terminal: Terminal): Promise<number> {
  const order = await orderOf(target, options, terminal)
  const opened = options.sink === undefined ? null : await openSink(options.sink, terminal.words)
  try {
    return await run(order, options, opened?.sink ?? null, terminal)
  } finally {
    await opened?.stop()
  }
}

async function run(
  { isPressing, servers, ...order }: DiagnoseOrder,
  options: DiagnoseOptions,
  sink: Sink | null,
  terminal: Terminal,
): Promise<number> {
  const { out, words, signal, language } = terminal
  const recorder = createRecorder({ origin: 'diagnose', show: null, isKept: false })
  const write = writerOf(options.json === true, terminal)
  const confirm = (cost: Cost) => askYes(words.goOn(cost), signal)
  const events = diagnose(order, {
    recorder,
    resolver: systemResolver({ servers }),
    signal,
    replyTimeout: null,
    ...(sink === null ? {} : { sink }),
    ...(isPressing && options.yes !== true ? { confirm } : {}),
  })
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
