// What the real mail server needs of the machine, in plain words where it is not there.
import { createServer } from 'node:net'
import { missingPackages } from '../debian-packages.ts'
import { realPorts } from './postfix.ts'

const packages = [
  'postfix',
  'dovecot-core',
  'dovecot-lmtpd',
  'openssl',
  'swaks',
  'libnet-ssleay-perl',
  'libdigest-hmac-perl',
]

/** Why the server cannot run here, or null: then its tests are skipped with these words. */
export function missingForMailServer(): string | null {
  if (process.getuid?.() !== 0) return 'needs root for ports 25, 465 and 587'
  return missingPackages(packages)
}

/** A taken port is no reason to skip but an error: the tests must never talk to somebody else's server. */
export async function demandRealPorts(): Promise<void> {
  for (const port of Object.values(realPorts)) {
    for (const host of ['127.0.0.1', '::1']) await close(await listen(port, host))
  }
}

/** Ports that are free now, each once. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0, '127.0.0.1')))
  const ports = servers.map((server) => server.port)
  await Promise.all(servers.map(close))
  return ports
}

type Listening = { readonly port: number; readonly server: ReturnType<typeof createServer> }

function listen(port: number, host: string): Promise<Listening> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        new Error(
          `Port ${port} of ${host} cannot be had (${error.message}). Is a mail server of the system running? Stop it first.`,
        ),
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : port })
    })
  })
}

const close = ({ server }: Listening) => new Promise<void>((resolve) => server.close(() => resolve()))
