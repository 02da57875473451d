// Whether the app behind the window answers, and streams that outlive a channel that drops and comes back.
import { createStore } from 'zustand/vanilla'

/** `lost`: it did answer, or never did, and does not now; the browser keeps trying. */
export type ChannelState = 'connecting' | 'open' | 'lost'

export const channelState = createStore<ChannelState>()(() => 'connecting')

/**
 * Follows a stream of the contract until the signal aborts: `follow` is called again each time the stream has ended
 * and the channel is open. What was missed meanwhile it must ask for itself.
 */
export async function keepFollowing(
  signal: AbortSignal,
  follow: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    await untilOpen(signal)
    if (signal.aborted) return
    await follow(signal).catch((error: unknown) => {
      if (channelState.getState() === 'open' && !signal.aborted) console.warn('A stream of the window ended:', error)
    })
    await pause(pauseBetweenTries)
  }
}

/** Milliseconds: a stream that fails at once must not be asked for in a tight loop. */
const pauseBetweenTries = 250

function untilOpen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (channelState.getState() === 'open' || signal.aborted) return resolve()
    const stop = channelState.subscribe((state) => state === 'open' && done())
    const done = () => {
      stop()
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
