// A session that this window started: what it does now, its progress, its end, and how to stop it.
import type { SessionEvent } from '#shared/contract/profiles.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import type { Stage } from '#shared/values/stage.ts'
import { beginTask } from './tasks.ts'

export type SessionRun =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      readonly stage: Stage
      readonly sent: number
      readonly total: number
      readonly transcriptId: string | null
      readonly stop: () => void
    }
  | { readonly kind: 'done'; readonly receipt: Receipt }
  /** The call itself failed: nothing was tried. */
  | { readonly kind: 'broken'; readonly error: unknown }

export const idle: SessionRun = { kind: 'idle' }

type Start = (signal: AbortSignal) => Promise<AsyncIterable<SessionEvent>>

/** Runs a session to its end and tells every step; never throws. */
export async function runSession(label: string, start: Start, tell: (run: SessionRun) => void): Promise<void> {
  const abort = new AbortController()
  const stop = () => abort.abort()
  const endTask = beginTask(label, stop)
  let run: SessionRun = { kind: 'running', stage: 'input', sent: 0, total: 0, transcriptId: null, stop }
  const go = (next: SessionRun) => {
    run = next
    tell(run)
  }
  try {
    tell(run)
    for await (const event of await start(abort.signal)) go(step(run, event))
    if (run.kind === 'running') go(idle)
  } catch (error) {
    go(abort.signal.aborted ? idle : { kind: 'broken', error })
  } finally {
    endTask()
  }
}

function step(run: SessionRun, event: SessionEvent): SessionRun {
  if (event.kind === 'receipt') return { kind: 'done', receipt: event.receipt }
  if (run.kind !== 'running') return run
  switch (event.kind) {
    case 'session':
      return { ...run, transcriptId: event.transcriptId }
    case 'stage':
      return { ...run, stage: event.stage }
    case 'progress':
      return { ...run, sent: event.sent, total: event.total }
    case 'answer':
      return run
  }
}
