// The diagnoses that run now. Each can be stopped so that its report is still told; the report is kept also where nobody waits for it.
import { randomUUID } from 'node:crypto'
import type { DiagnoseEvent, FollowedDiagnosis } from '#shared/contract/diagnose.ts'
import type { Report } from '#shared/values/report.ts'
import { live } from './live.ts'

type Run = {
  readonly diagnose: (signal: AbortSignal) => AsyncGenerator<DiagnoseEvent>
  readonly keep: (id: string, report: Report) => void
}

export type DiagnosisRuns = {
  /** Leaving the stream stops the diagnosis, as {@link stop} does. */
  follow(outer: AbortSignal | undefined, run: Run): AsyncGenerator<FollowedDiagnosis, void, void>
  /** One that is over is left alone. */
  stop(id: string): void
}

export function createDiagnosisRuns(): DiagnosisRuns {
  const running = new Map<string, AbortController>()

  async function* follow(outer: AbortSignal, { diagnose, keep }: Run): AsyncGenerator<FollowedDiagnosis, void, void> {
    const id = randomUUID()
    const stop = new AbortController()
    const events = diagnose(AbortSignal.any([outer, stop.signal]))
    running.set(id, stop)
    const heard = (event: DiagnoseEvent) => {
      if (event.kind === 'report') keep(id, event.report)
      return event
    }
    try {
      yield { kind: 'begun', id }
      for (let next = await events.next(); !next.done; next = await events.next()) yield heard(next.value)
    } finally {
      stop.abort()
      for await (const event of events) heard(event)
      running.delete(id)
    }
  }

  return {
    follow: (outer, run) => live(outer, (signal) => follow(signal, run)),
    stop: (id) => running.get(id)?.abort(),
  }
}
