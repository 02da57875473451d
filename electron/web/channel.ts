// The channel of the web door: a WebSocket for each page, opened by nobody but an admitted page of our own origin.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ConnectionContext, Services } from '../services/index.ts'
import type { Admission } from './admission.ts'
import { isOwnHost, isOwnOrigin } from './same-origin.ts'

/** Octets in one frame. Files come in pieces of a megabyte; a mail edited as source comes whole. */
const largestFrame = 64 * 1024 * 1024

/** Milliseconds between two pings: a browser that went away without a word is noticed after two. */
const heartbeat = 30_000

/** Answers the function that closes every channel. */
export function answerChannels(server: Server, admission: Admission, router: Services): () => void {
  const handler = new RPCHandler<ConnectionContext>(router)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrame })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const status = refusal(request, admission)
    if (status !== null) return refuse(socket, status)
    sockets.handleUpgrade(request, socket, head, (websocket) => {
      endWhenSilent(websocket)
      websocket.on('error', (error) => console.error(error))
      void handler.upgrade(websocket, { context: { menu: null } })
    })
  })
  return () => {
    for (const websocket of sockets.clients) websocket.close(1001)
    sockets.close()
  }
}

function refusal({ url, headers }: IncomingMessage, admission: Admission): string | null {
  if (!isOwnHost(headers)) return '421 Misdirected Request'
  if (!isOwnOrigin(headers)) return '403 Forbidden'
  if (!admission.isAdmitted(headers.cookie)) return '401 Unauthorized'
  return url === '/channel' ? null : '404 Not Found'
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function endWhenSilent(websocket: WebSocket): void {
  let isAlive = true
  const timer = setInterval(() => {
    if (!isAlive) return websocket.terminate()
    isAlive = false
    websocket.ping()
  }, heartbeat)
  websocket.on('pong', () => {
    isAlive = true
  })
  websocket.on('close', () => clearInterval(timer))
}
