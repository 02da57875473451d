// The channel of the browser: a WebSocket to the page's own origin, opened anew whenever it drops.
import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { channelState } from './state.ts'

/** A call made while the channel is lost fails at once: nothing is done later that was asked for earlier. */
export function browserLink(): ClientLink<ClientContext> {
  let link = openLink(reopen)

  function reopen(tries: number): void {
    setTimeout(() => {
      link = openLink(reopen, tries)
    }, pauseBefore(tries))
  }
  return { call: (path, input, options) => link.call(path, input, options) }
}

/** `dropped` hears, once, that the socket is gone, and after how many tries in vain. */
function openLink(dropped: (tries: number) => void, tries = 0): ClientLink<ClientContext> {
  const websocket = new WebSocket(channelAddress())
  let failures = tries + 1
  // Frames are read in the order of their arrival only when they arrive as buffers.
  websocket.binaryType = 'arraybuffer'
  websocket.addEventListener('open', () => {
    failures = 0
    channelState.setState('open', true)
  })
  websocket.addEventListener('close', () => {
    channelState.setState('lost', true)
    dropped(failures)
  })
  return new RPCLink({ websocket })
}

function channelAddress(): string {
  const address = new URL('/channel', location.href)
  address.protocol = 'ws:'
  return address.href
}

/** Milliseconds: at once at first, then longer up to five seconds. */
function pauseBefore(tries: number): number {
  return Math.min(200 * 2 ** tries, 5_000)
}
