// The ports: one for each role, the same number on 127.0.0.1 and ::1. Never an address that others could reach.
import { createServer, type Server, type Socket } from 'node:net'
import type { Listener } from '#shared/values/loopback.ts'

export type Role = Listener['role']

/** Why the server could not start; the message is for a person. */
export class PortUnavailable extends Error {
  readonly port: number
  readonly role: Role
  /** The system's word for it: `EADDRINUSE`, `EACCES`… */
  readonly code: string

  constructor(port: number, role: Role, code: string) {
    super(`Port ${port}, wanted for ${role}, ${reasons[code] ?? `could not be opened (${code})`}.`)
    this.name = 'PortUnavailable'
    this.port = port
    this.role = role
    this.code = code
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'may not be opened by this user',
}

export type OpenPort = { readonly listener: Listener; readonly servers: readonly Server[] }

export type OnSocket = (socket: Socket, listener: Listener) => void

/** Stops listening at once; resolves when the last connection has ended. */
export async function closePort({ servers }: OpenPort): Promise<void> {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
}

/** How often a free port is tried again that turns out to be taken on ::1. */
const attempts = 10

/** Rejects with {@link PortUnavailable}. */
export async function openPort(role: Role, wanted: number, onSocket: OnSocket): Promise<OpenPort> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await listen('127.0.0.1', wanted, role, onSocket).catch((error: unknown) =>
      fail(wanted, role, error),
    )
    const port = portOf(server)
    // The same number for both families: the second follows the first.
    const second = await listen('::1', port, role, onSocket).catch(errorCode)
    const listener = describe(role, port)
    if (typeof second !== 'string') return { listener, servers: [server, second] }
    if (hasNoIpv6.includes(second)) return { listener, servers: [server] }
    server.close()
    if (wanted !== 0 || attempt === attempts) throw new PortUnavailable(port, role, second)
  }
}

const describe = (role: Role, port: number): Listener => ({
  role,
  port,
  security: role === 'submissions' ? 'tls' : 'starttls',
  auth: role === 'mx' ? 'optional' : 'required',
})

const hasNoIpv6: readonly string[] = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EPROTONOSUPPORT']

function listen(host: string, port: number, role: Role, onSocket: OnSocket): Promise<Server> {
  // A client may close its half behind QUIT or the last command, and still gets its replies.
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    onSocket(socket, describe(role, socket.localPort ?? port)),
  )
  return new Promise((resolve, reject) => {
    // After the start this can only be a connection that could not be accepted; the others go on.
    server.on('error', reject)
    server.listen({ host, port, ipv6Only: true }, () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function fail(port: number, role: Role, error: unknown): never {
  throw new PortUnavailable(port, role, errorCode(error))
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
