// Whether this computer knows a way to an address at all; nothing is sent to find out.
import { createSocket } from 'node:dgram'
import { ipFamily } from '#shared/address/index.ts'

/** Any port will do: connecting a UDP socket only asks the table of routes. */
const anyPort = 25

export function hasRoute(address: string): Promise<boolean> {
  const socket = createSocket(ipFamily(address) === 6 ? 'udp6' : 'udp4')
  return new Promise((resolve) => {
    const tell = (isKnown: boolean) => {
      socket.removeAllListeners()
      socket.on('error', () => {})
      socket.close()
      resolve(isKnown)
    }
    socket.once('error', () => tell(false))
    socket.once('connect', () => tell(true))
    socket.connect(anyPort, address)
  })
}
