// What a diagnosis says of a server on this machine, for tests that spoil it in one way.
import type { Report } from '#shared/values/report.ts'
import { type DiagnoseTarget, type DiagnoseTools, diagnose } from '../../electron/engine/diagnose/index.ts'
import { memoryRecorder, type RecordedSession } from './recorder.ts'
import { fakeResolver } from './resolver.ts'

type Wish = Partial<DiagnoseTarget> & { readonly tools?: Partial<DiagnoseTools> }

/** At level 3, since it is this machine, unless the wish says otherwise. Throws where more was opened than had been told of. */
export async function diagnosed(port: number, { tools, ...target }: Wish = {}): Promise<Report> {
  const { recorder, sessions } = memoryRecorder()
  const { signal } = new AbortController()
  const given: DiagnoseTools = { recorder, resolver: fakeResolver(), signal, replyTimeout: 2, ...tools }
  let report: Report | null = null
  let told = 0
  for await (const event of diagnose({ text: `127.0.0.1:${port}`, access: null, level: 3, ...target }, given)) {
    if (event.kind === 'due') told = event.connections
    if (event.kind === 'report') report = event.report
  }
  if (report === null) throw new Error('There was no report.')
  const opened = connectionsIn(sessions)
  if (opened > told) throw new Error(`${opened} connections were opened, and ${told} had been told of.`)
  return report
}

const connectionsIn = (sessions: readonly RecordedSession[]): number =>
  sessions
    .flatMap(({ entries }) => entries)
    .filter(({ kind, facts }) => kind === 'connect' && facts.outcome === 'connected' && facts.isProxy !== true).length

/** `pass`, `fail`…, one for each place; empty where the question did not arise. */
export const resultsFor = ({ checks }: Report, id: string): string[] =>
  checks.filter((finding) => finding.id === id && finding.result !== 'skipped').map(({ result }) => result)
