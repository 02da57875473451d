// Runs a session under a recording of its own, and closes that as the session ended.
import type { Failure } from '#shared/values/failure.ts'
import { createTap } from '../net/index.ts'
import type { AttemptTools } from './attempt.ts'
import type { DeliveryTools } from './order.ts'
import type { StageClock } from './stage-clock.ts'

export type Recorded = {
  readonly tools: DeliveryTools
  readonly clock: StageClock
  /** Ids of the recordings, in their order: each new one is added. */
  readonly transcripts: string[]
}

export async function recorded<T extends { readonly failure: Failure | null }>(
  name: string,
  { tools, clock, transcripts }: Recorded,
  run: (tools: AttemptTools) => Promise<T>,
): Promise<T> {
  const recording = tools.recorder.begin(name)
  transcripts.push(recording.id)
  const result = await run({
    tap: createTap(recording),
    resolver: tools.resolver,
    signal: tools.signal,
    onStage: clock.enter,
    onProgress: (sent, total) => tools.onProgress?.(sent, total),
  })
  recording.end(endOf(result.failure))
  return result
}

function endOf(failure: Failure | null): 'ok' | 'failed' | 'stopped' {
  if (failure === null) return 'ok'
  return failure.kind === 'stopped' ? 'stopped' : 'failed'
}
