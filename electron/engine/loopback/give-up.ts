// How a session ends that cannot go on: what is noted, and what the client is told where it can still be told.
import type { Reply } from '#shared/values/reply.ts'
import { FarTooLarge } from './arrival.ts'
import { replies } from './replies.ts'
import type { Outcome, Session } from './session.ts'
import { WireOver } from './waiting.ts'

export async function giveUp({ wire, tap }: Session, error: unknown): Promise<Outcome> {
  const isStopped = error instanceof WireOver && error.kind === 'stopped'
  tap.event(isStopped ? 'close' : 'warning', error instanceof Error ? error.message : String(error))
  const lastWord = lastWordFor(error)
  if (lastWord === null) {
    wire.drop()
  } else {
    wire.say(lastWord)
    await wire.flush().catch(() => undefined)
    await wire.end()
  }
  return isStopped ? 'stopped' : 'failed'
}

/** Null when there is nobody left to say it to. */
function lastWordFor(error: unknown): Reply | null {
  if (error instanceof FarTooLarge) return replies.tooMuchMail
  if (!(error instanceof WireOver)) return replies.brokenHere
  switch (error.kind) {
    case 'timed-out':
      return replies.timedOut
    case 'stopped':
      return replies.stopping
    case 'lost':
    case 'handshake-failed':
      return null
  }
}
