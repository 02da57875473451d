// A session as a window follows it: its events as they happen, its receipt as soon as that is certain. Leaving the stream
// stops the session.
import type { SessionEvent } from '#shared/contract/profiles.ts'
import type { Answer } from '#shared/values/question.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import type { DeliveryTools } from '../engine/delivery/order.ts'
import { createBell } from './bell.ts'
import { live } from './live.ts'

export type SessionTools = Pick<DeliveryTools, 'signal' | 'onStage' | 'onProgress'> & {
  readonly onReceipt: (receipt: Receipt) => void
  readonly onBegin: (transcriptId: string) => void
  readonly onAnswer: (answer: Answer) => void
}

/** `run` tells one receipt, the last of the events, and ends when the server has been left. */
export function sessionStream(
  outer: AbortSignal | undefined,
  run: (tools: SessionTools) => Promise<unknown>,
): AsyncGenerator<SessionEvent, void, void> {
  return live(outer, (signal) => follow(signal, run))
}

async function* follow(signal: AbortSignal, run: (tools: SessionTools) => Promise<unknown>) {
  const bell = createBell()
  const waiting: SessionEvent[] = []
  let isTold = false
  const tell = (event: SessionEvent) => {
    if (isTold) return
    // A window that is slow learns the latest progress, not each step of it.
    if (event.kind === 'progress' && waiting.at(-1)?.kind === 'progress') waiting.pop()
    waiting.push(event)
    bell.ring()
  }
  let isOver = false
  const session = run({
    signal,
    onBegin: (transcriptId) => tell({ kind: 'session', transcriptId }),
    onStage: (stage) => tell({ kind: 'stage', stage }),
    onAnswer: (answer) => tell({ kind: 'answer', answer }),
    onProgress: (sent, total) => tell({ kind: 'progress', sent, total }),
    onReceipt(receipt) {
      tell({ kind: 'receipt', receipt })
      isTold = true
    },
  }).finally(() => {
    isOver = true
    bell.ring()
  })
  // Awaited below; until then its end must not count as unheard.
  const end = session.then(nothing, nothing)
  try {
    while (!isTold || waiting.length > 0) {
      if (waiting.length > 0) yield* waiting.splice(0)
      // Without a receipt it can only have failed.
      else if (isOver) return void (await session)
      else await bell.wait(neverAborted)
    }
  } finally {
    // Whoever left early: the session ends now, and what is certain of it has been kept before the stream is gone.
    await end
  }
}

const nothing = () => {}
const neverAborted = new AbortController().signal
