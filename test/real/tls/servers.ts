// Servers of several TLS libraries on free ports of 127.0.0.1, each with one kind of taste: Postfix, OpenSSL behind stunnel's
// STARTTLS, GnuTLS, NSS. All of them end when they are disposed of, or with this process.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { rawPeer } from '../../fakes/scripted-peer.ts'
import { freePorts } from '../mail-server/needs.ts'
import { runProgram, startDaemon } from '../mail-server/run-program.ts'

const programs = {
  openssl: 'openssl',
  stunnel: 'stunnel4',
  'gnutls-serv': 'gnutls-bin',
  selfserv: 'libnss3-tools',
  testssl: 'testssl.sh',
  sslscan: 'sslscan',
  nmap: 'nmap',
  postfix: 'postfix',
  javac: 'openjdk-17-jdk-headless',
} as const
export type Program = keyof typeof programs

/** Why these programs cannot be used here, or null. */
export function missingPrograms(...wanted: readonly Program[]): string | null {
  if (wanted.includes('postfix') && process.getuid?.() !== 0) return 'needs root for Postfix'
  const packages = wanted.filter((name) => !isOnPath(name)).map((name) => programs[name])
  return packages.length === 0 ? null : `needs the Debian packages ${packages.join(', ')}`
}

const isOnPath = (name: string): boolean => spawnSync('which', [name]).status === 0

export type Server = AsyncDisposable & { readonly port: number }

export type Keys = {
  readonly directory: string
  readonly rsa: { readonly key: string; readonly certificate: string }
  readonly ec: { readonly key: string; readonly certificate: string }
}

/** A folder with an RSA and an EC certificate for localhost, each signed by itself. */
export async function makeKeys(): Promise<Keys & Disposable> {
  const directory = await mkdtemp(join(tmpdir(), 'heloise-tls-'))
  await chmod(directory, 0o755)
  const make = async (name: string, algorithm: readonly string[]) => {
    const [key, certificate] = [join(directory, `${name}.key`), join(directory, `${name}.crt`)]
    const subject = ['-subj', `/O=${name}/CN=localhost`, '-addext', 'subjectAltName=DNS:localhost']
    await runProgram('openssl', [
      'req',
      '-x509',
      ...algorithm,
      '-nodes',
      '-keyout',
      key,
      '-out',
      certificate,
      ...subject,
    ])
    return { key, certificate }
  }
  const rsa = await make('rsa', ['-newkey', 'rsa:2048'])
  const ec = await make('ec', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'])
  return { directory, rsa, ec, [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }) }
}

/** Parameters of a server, given its port. */
type Parameters = (port: number) => readonly string[]

async function startProgram(program: string, parameters: Parameters, chosen?: number): Promise<Server> {
  const port = chosen ?? (await freePorts(1))[0] ?? 0
  // GnuTLS and NSS read commands there, and end with it.
  const child = spawn(program, parameters(port), { stdio: ['pipe', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  await waitForPort(port, child, () => `${program} could not start: ${errors}`)
  return {
    port,
    async [Symbol.asyncDispose]() {
      process.off('exit', end)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      end()
      await ended
    },
  }
}

const startSeconds = 20

async function waitForPort(port: number, child: ChildProcess | null, problem: () => string): Promise<void> {
  for (const deadline = Date.now() + startSeconds * 1000; Date.now() < deadline; await pause(50)) {
    if (child !== null && child.exitCode !== null) break
    if (await answers(port)) return
  }
  throw new Error(problem())
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

export const startGnutls = ({ rsa, ec }: Keys, priority: string): Promise<Server> =>
  startProgram('gnutls-serv', (port) => [
    ...['--port', String(port), '--quiet', '--priority', priority],
    ...['--x509certfile', rsa.certificate, '--x509keyfile', rsa.key],
    ...['--x509certfile', ec.certificate, '--x509keyfile', ec.key],
  ])

export const startOpenssl = ({ rsa, ec }: Keys, parameters: readonly string[]): Promise<Server> =>
  startProgram('openssl', (port) => [
    ...['s_server', '-accept', `127.0.0.1:${port}`, '-quiet', ...parameters],
    ...['-cert', rsa.certificate, '-key', rsa.key, '-dcert', ec.certificate, '-dkey', ec.key],
  ])

/** stunnel says the SMTP up to STARTTLS, behind the greeting of a server of ours, and then TLS by OpenSSL. */
export async function startStunnel({ directory, rsa }: Keys, settings: string): Promise<Server> {
  const file = join(directory, 'stunnel.conf')
  const backend = await rawPeer((socket) => void socket.write('220 mx.example ESMTP\r\n'))
  const [port = 0] = await freePorts(1)
  const service = ['[smtp]', `accept = 127.0.0.1:${port}`, `connect = 127.0.0.1:${backend.port}`, 'protocol = smtp']
  const keys = [`cert = ${rsa.certificate}`, `key = ${rsa.key}`]
  await writeFile(file, ['foreground = yes', 'pid =', ...service, ...keys, settings, ''].join('\n'))
  const server = await startProgram('stunnel', () => [file], port)
  return {
    port,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await backend[Symbol.asyncDispose]()
    },
  }
}

/** With the RSA certificate alone: its RSA suites are those that reach back to SSLv3. */
export async function startNss({ directory, rsa }: Keys, parameters: readonly string[]): Promise<Server> {
  const database = join(directory, 'nss')
  const bundle = join(directory, 'rsa.p12')
  await mkdir(database)
  await runProgram('certutil', ['-N', '-d', `sql:${database}`, '--empty-password'])
  const files = ['-in', rsa.certificate, '-inkey', rsa.key, '-out', bundle]
  await runProgram('openssl', ['pkcs12', '-export', ...files, '-name', 'rsa', '-passout', 'pass:x'])
  await runProgram('pk12util', ['-i', bundle, '-d', `sql:${database}`, '-W', 'x'])
  return startProgram('selfserv', (port) => ['-d', `sql:${database}`, '-n', 'rsa', '-p', String(port), ...parameters])
}

export type PostfixServer = Server & {
  /** How often it was connected to so far, as it wrote to its log. */
  connections(): Promise<number>
}

/** A Postfix that only greets: no mail goes in or out. */
export async function startPostfix({ directory, rsa }: Keys, settings: readonly string[]): Promise<PostfixServer> {
  const [port = 0] = await freePorts(1)
  // The name is one that `.ci/run` looks for, should this process be killed.
  const home = await mkdtemp(join(tmpdir(), 'heloise-mail-server-tls-'))
  await chmod(home, 0o755)
  for (const folder of ['etc', 'queue', 'data']) await mkdir(join(home, folder))
  await runProgram('chown', ['postfix', join(home, 'data')])
  const chain = join(home, 'chain.pem')
  const pem = await Promise.all([rsa.key, rsa.certificate].map((file) => readFile(file, 'utf8')))
  await writeFile(chain, pem.join(''), { mode: 0o600 })
  await writeFile(join(home, 'etc/main.cf'), mainConfig(home, chain, settings))
  await writeFile(join(home, 'etc/master.cf'), masterConfig(port))
  const end = () => {
    try {
      process.kill(Number(readFileSync(join(home, 'queue/pid/master.pid'), 'utf8')), 'SIGTERM')
    } catch {
      // It did not start, or it has ended already.
    }
    rmSync(home, { recursive: true, force: true })
  }
  process.once('exit', end)
  await startDaemon('postfix', ['-c', join(home, 'etc'), 'start'], join(directory, 'errors'))
  await waitForPort(port, null, () => 'Postfix does not answer.')
  return {
    port,
    connections: async () => (await readFile(join(home, 'postfix.log'), 'utf8')).split(': connect from ').length - 1,
    async [Symbol.asyncDispose]() {
      process.off('exit', end)
      await runProgram('postfix', ['-c', join(home, 'etc'), 'stop'])
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const mainConfig = (home: string, chain: string, settings: readonly string[]) => `
compatibility_level = 3.6
queue_directory = ${home}/queue
data_directory = ${home}/data
maillog_file = ${home}/postfix.log
maillog_file_prefixes = ${home}
inet_interfaces = loopback-only
inet_protocols = all
myhostname = mail.heloise.test
mynetworks =
alias_maps =
alias_database =
local_transport = discard:
default_transport = discard:
smtpd_tls_chain_files = ${chain}
smtpd_tls_security_level = may
${settings.join('\n')}
`

const masterConfig = (port: number) => `
127.0.0.1:${port} inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
rewrite unix - - n - - trivial-rewrite
proxymap unix - - n - - proxymap
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
discard unix - - n - - discard
`
