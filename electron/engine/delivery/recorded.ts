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
  /** Sessions whose outcome is certain and whose server is still to be left: each new one is added. */
  readonly leaving: Promise<void>[]
}

/** `left`: where leaving the server goes on after the outcome is certain. */
type Ending = { readonly failure: Failure | null; readonly left?: Promise<void> | undefined }

export async function recorded<T extends Ending>(
  name: string,
  { tools, clock, transcripts, leaving }: Recorded,
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
  const end = () => recording.end(endOf(result.failure))
  if (result.left === undefined) end()
  else leaving.push(result.left.then(end))
  return result
}

function endOf(failure: Failure | null): 'ok' | 'failed' | 'stopped' {
  if (failure === null) return 'ok'
  return failure.kind === 'stopped' ? 'stopped' : 'failed'
}
