// Real DNS on free loopback ports: Knot has the zones and signs them, Unbound resolves and validates.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDnsClient } from '../../../electron/engine/dns/client.ts'
import type { RecordOf } from '../../../electron/engine/dns/record.ts'
import { freePorts } from '../mail-server/needs.ts'

export type Zone = {
  readonly name: string
  /** As zone files write them, SOA and NS apart. */
  readonly records: readonly string[]
  /** `wrong`: signed, but the resolver was told of another key, so that nothing in it holds. `brief`: for two days alone. */
  readonly signing: 'right' | 'brief' | 'wrong' | 'none'
}

export type RealDns = {
  /** The validating resolver, for `--dns` and settings. */
  readonly resolver: string
  /** The authoritative server, which validates nothing. */
  readonly authority: string
  stop(): Promise<void>
}

export async function startDns(directory: string, zones: readonly Zone[]): Promise<RealDns> {
  const [knotPort = 0, unboundPort = 0] = await freePorts(2)
  await using stack = new AsyncDisposableStack()
  const knot = await startKnot(directory, zones, knotPort)
  stack.defer(() => end(knot))
  const keys = new Map<string, string>()
  for (const { name, signing } of zones) if (signing !== 'none') keys.set(name, await keyOf(name, knotPort))
  const unbound = await startUnbound(directory, zones, { knotPort, unboundPort, keys })
  stack.defer(() => end(unbound))
  const running = stack.move()
  return {
    resolver: `127.0.0.1:${unboundPort}`,
    authority: `127.0.0.1:${knotPort}`,
    stop: () => running.disposeAsync(),
  }
}

async function startKnot(directory: string, zones: readonly Zone[], port: number): Promise<ChildProcess> {
  const folder = join(directory, 'knot')
  await mkdir(join(folder, 'run'), { recursive: true })
  await mkdir(join(folder, 'db'))
  for (const { name, records } of zones) await writeFile(join(folder, `${name}.zone`), zoneFile(name, records))
  await writeFile(join(folder, 'knot.conf'), knotConfig(folder, zones, port))
  const knot = spawn('/usr/sbin/knotd', ['-c', join(folder, 'knot.conf')], { stdio: 'ignore' })
  for (const { name } of zones) await answering(knot, port, name)
  return knot
}

const zoneFile = (name: string, records: readonly string[]) => `$ORIGIN ${name}.
$TTL 300
@ SOA ns hostmaster 1 3600 600 86400 300
@ NS ns
ns A 127.0.0.1
${records.join('\n')}
`

const knotConfig = (folder: string, zones: readonly Zone[], port: number) => `
server:
  rundir: ${folder}/run
  listen: 127.0.0.1@${port}
database:
  storage: ${folder}/db
log:
  - target: stderr
    any: error
policy:
  - id: quick
    algorithm: ecdsap256sha256
    single-type-signing: on
  - id: brief
    algorithm: ecdsap256sha256
    single-type-signing: on
    rrsig-lifetime: 2d
    rrsig-refresh: 12h
zone:
${zones.map((zone) => knotZone(folder, zone)).join('')}`

const knotZone = (folder: string, { name, signing }: Zone) => `  - domain: ${name}
    file: ${folder}/${name}.zone
    zonefile-sync: -1
${signing === 'none' ? '' : `    dnssec-signing: on\n    dnssec-policy: ${signing === 'brief' ? 'brief' : 'quick'}\n`}`

type Places = {
  readonly knotPort: number
  readonly unboundPort: number
  readonly keys: ReadonlyMap<string, string>
}

async function startUnbound(directory: string, zones: readonly Zone[], places: Places): Promise<ChildProcess> {
  const folder = join(directory, 'unbound')
  await mkdir(folder)
  await writeFile(join(folder, 'unbound.conf'), unboundConfig(folder, zones, places))
  const unbound = spawn('/usr/sbin/unbound', ['-d', '-c', join(folder, 'unbound.conf')], { stdio: 'ignore' })
  const open = zones.find(({ signing }) => signing !== 'wrong')
  await answering(unbound, places.unboundPort, open?.name ?? '.')
  return unbound
}

const unboundConfig = (folder: string, zones: readonly Zone[], { knotPort, unboundPort, keys }: Places) => `
server:
  interface: 127.0.0.1@${unboundPort}
  do-ip6: no
  username: ""
  chroot: ""
  directory: "${folder}"
  pidfile: "${folder}/unbound.pid"
  use-syslog: no
  logfile: "${folder}/log"
  module-config: "validator iterator"
  do-not-query-localhost: no
  ede: yes
  rrset-roundrobin: no
  local-zone: "test." nodefault
${zones.map((zone) => trust(zone, zones, keys)).join('')}
${zones.map(({ name }) => `stub-zone:\n  name: "${name}"\n  stub-addr: 127.0.0.1@${knotPort}\n`).join('')}`

function trust({ name, signing }: Zone, zones: readonly Zone[], keys: ReadonlyMap<string, string>): string {
  if (signing === 'none') return `  domain-insecure: "${name}"\n`
  const owner = signing !== 'wrong' ? name : zones.find((other) => other.signing === 'right')?.name
  return `  trust-anchor: "${name}. DNSKEY ${keys.get(owner ?? '')}"\n`
}

const client = (port: number) => createDnsClient({ servers: [{ address: '127.0.0.1', port }], milliseconds: 200 })

/** `257 3 13 base64`, as the zone has it once it is signed. */
async function keyOf(zone: string, port: number): Promise<string> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(50)) {
    const { records } = await client(port)({ name: zone, type: 'DNSKEY' }, new AbortController().signal)
    const key = records.find((record): record is RecordOf<'DNSKEY'> => record.type === 'DNSKEY')
    if (key !== undefined) return `${key.flags} 3 ${key.algorithm} ${Buffer.from(key.key, 'hex').toString('base64')}`
  }
  throw new Error(`Knot did not sign ${zone}.`)
}

const patience = 20_000

/** Until the server answers for this zone. */
async function answering(child: ChildProcess, port: number, zone: string): Promise<void> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}.`)
    const asked = client(port)({ name: zone, type: 'SOA' }, new AbortController().signal)
    const answer = await asked.catch(() => null)
    if (answer?.rcode === 'NOERROR') return
  }
  throw new Error(`${child.spawnfile} does not answer for ${zone}.`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
