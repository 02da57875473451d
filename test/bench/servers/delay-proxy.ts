// A proxy that makes a server of this machine a far one: every octet is half a round trip on its way, and so is the handshake of TCP.
import { connect, createServer, type Socket } from 'node:net'

/** Listens on a free port; `roundTrip` in milliseconds. */
export async function startDelayProxy(port: number, roundTrip: number, servers: AsyncDisposableStack): Promise<number> {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    return socket
  }
  const proxy = createServer({ noDelay: true }, (client) => {
    keep(client)
    // The client believes itself connected at once, where SYN, SYN-ACK and ACK would have had to travel before the server hears of it.
    setTimeout(() => {
      const server = keep(connect({ port, host: '127.0.0.1', noDelay: true }))
      forward(client, server, roundTrip / 2)
      forward(server, client, roundTrip / 2)
    }, roundTrip * 1.5)
  })
  servers.defer(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => proxy.close(resolve))
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function forward(from: Socket, to: Socket, milliseconds: number): void {
  from.on('data', (octets: Buffer) => setTimeout(() => to.write(octets), milliseconds))
  from.on('end', () => setTimeout(() => to.end(), milliseconds))
}
