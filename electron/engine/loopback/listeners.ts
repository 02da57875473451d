// The ports: one for each role, the same number on 127.0.0.1 and ::1. Never an address that others could reach.
import { createServer, type Server, type Socket } from 'node:net'
import type { Listener, LoopbackConfig } from '#shared/values/loopback.ts'

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

export async function openPorts(
  ports: LoopbackConfig['ports'],
  onSocket: (socket: Socket, listener: Listener) => void,
): Promise<OpenPort[]> {
  const open: OpenPort[] = []
  try {
    for (const role of ['mx', 'submission', 'submissions'] as const)
      open.push(await openPort(role, ports[role], onSocket))
    return open
  } catch (error) {
    await closePorts(open)
    throw error
  }
}

export async function closePorts(open: readonly OpenPort[]): Promise<void> {
  await Promise.all(open.flatMap(({ servers }) => servers.map(close)))
}

/** How often a free port is tried again that turns out to be taken on ::1. */
const attempts = 10

async function openPort(
  role: Role,
  wanted: number,
  onSocket: (socket: Socket, listener: Listener) => void,
): Promise<OpenPort> {
  for (let attempt = 1; ; attempt += 1) {
    // The address families' numbers must agree, so the second follows the first.
    const servers = [await listen('127.0.0.1', wanted).catch((error: unknown) => fail(wanted, role, error))]
    const port = portOf(servers[0])
    const onIpv6 = await listen('::1', port).catch(errorCode)
    if (typeof onIpv6 !== 'string') servers.push(onIpv6)
    else if (!hasNoIpv6.includes(onIpv6)) {
      await Promise.all(servers.map(close))
      if (wanted === 0 && attempt < attempts) continue
      throw new PortUnavailable(port, role, onIpv6)
    }
    const listener = describe(role, port)
    for (const server of servers) server.on('connection', (socket) => onSocket(socket, listener))
    return { listener, servers }
  }
}

const describe = (role: Role, port: number): Listener => ({
  role,
  port,
  security: role === 'submissions' ? 'tls' : 'starttls',
  auth: role === 'mx' ? 'optional' : 'required',
})

const hasNoIpv6: readonly string[] = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EPROTONOSUPPORT']

function listen(host: string, port: number): Promise<Server> {
  // A client may close its half behind QUIT or the last command, and still gets its replies.
  const server = createServer({ allowHalfOpen: true, noDelay: true })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, ipv6Only: true }, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

function portOf(server: Server | undefined): number {
  const address = server?.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function fail(port: number, role: Role, error: unknown): never {
  throw new PortUnavailable(port, role, errorCode(error))
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
