// Postfix as the MX hosts of the zones: one a loopback address, all at the same free port. What it takes is thrown away, or goes to a
// server of ours.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issued } from '../../fakes/certificates.ts'
import { innerServices } from '../mail-server/postfix.ts'
import { runProgram, startDaemon } from '../mail-server/run-program.ts'

export type RealHost = {
  readonly address: string
  /** Leaf first; none for a host without STARTTLS. */
  readonly chain: readonly Issued[]
}

export async function startMxHosts(
  directory: string,
  port: number,
  hosts: readonly RealHost[],
  domains: readonly string[],
  nextPort: number | null = null,
): Promise<{ stop(): Promise<void> }> {
  const folder = join(directory, 'postfix')
  for (const part of ['etc', 'queue', 'data']) await mkdir(join(folder, part), { recursive: true })
  await runProgram('chown', ['postfix', join(folder, 'data')])
  for (const host of hosts) await writeFile(chainFile(folder, host), chainOf(host), { mode: 0o600 })
  const config = join(folder, 'etc')
  await writeFile(join(config, 'main.cf'), mainConfig(folder, domains, nextPort))
  await writeFile(join(config, 'master.cf'), hosts.map((host) => service(folder, host, port)).join('') + innerServices)
  await startDaemon('postfix', ['-c', config, 'start'], join(folder, 'errors'))
  return { stop: async () => void (await runProgram('postfix', ['-c', config, 'stop'])) }
}

const chainFile = (folder: string, { address }: RealHost) => join(folder, 'etc', `${address}.pem`)
const chainOf = ({ chain }: RealHost) =>
  [chain[0]?.key ?? '', ...chain.map(({ certificate }) => certificate)].join('\n')

const mainConfig = (folder: string, domains: readonly string[], nextPort: number | null) => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
inet_interfaces = loopback-only
inet_protocols = ipv4
myhostname = mx.heloise.test
mydestination =
mynetworks =
alias_maps =
alias_database =
relay_domains = ${domains.join(', ')}
relay_transport = ${nextPort === null ? 'discard:nothing leaves this machine' : `smtp:[127.0.0.1]:${nextPort}`}
default_transport = discard:nothing leaves this machine
smtpd_relay_restrictions = reject_unauth_destination
smtputf8_enable = yes
`

function service(folder: string, host: RealHost, port: number): string {
  const tls =
    host.chain.length === 0
      ? ['smtpd_tls_security_level=none']
      : ['smtpd_tls_security_level=may', `smtpd_tls_chain_files=${chainFile(folder, host)}`]
  return `${host.address}:${port} inet n - n - - smtpd\n${tls.map((change) => `  -o ${change}\n`).join('')}`
}
