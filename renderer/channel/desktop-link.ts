// The channel of the desktop window: one end of a pair of ports; the preload takes the other to the app.
import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { channelState } from './state.ts'

export function desktopLink(): ClientLink<ClientContext> {
  const { port1: near, port2: far } = new MessageChannel()
  // '/' hands it to this very page and to no other.
  window.postMessage('heloise:channel', '/', [far])
  near.addEventListener('close', () => channelState.setState('lost', true))
  near.start()
  channelState.setState('open', true)
  return new RPCLink({ port: near })
}
