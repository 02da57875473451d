// A Postfix of its own on free ports, beside that of the real ones: what it says and takes is told by its maker.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { innerServices } from '../mail-server/postfix.ts'
import { runProgram } from '../mail-server/run-program.ts'
import { startServerProcess } from './server-process.ts'

export type PostfixWish = {
  /** A folder of its own, which other accounts may pass through. */
  readonly directory: string
  /** Lines of main.cf that are not the same for all. */
  readonly settings: string
  /** By `port`, or `address:port`: what is different there. */
  readonly services: Readonly<Record<string, readonly string[]>>
}

/** It runs as a child of this process; mails that it cannot deliver go nowhere. */
export async function startPostfixPeer({ directory, settings, services }: PostfixWish): Promise<AsyncDisposable> {
  const config = join(directory, 'etc')
  for (const folder of ['etc', 'queue', 'data']) await mkdir(join(directory, folder))
  await runProgram('chown', ['postfix', join(directory, 'data')])
  await writeFile(join(config, 'main.cf'), `${mainConfig(directory)}${settings}`)
  await writeFile(
    join(config, 'master.cf'),
    `${Object.entries(services).map(listener).join('')}${innerServices}${mailboxes}`,
  )
  await runProgram('postfix', ['-c', config, 'check'])
  const daemons = (await runProgram('postconf', ['-c', config, '-h', 'daemon_directory'])).trim()
  return startServerProcess({
    program: join(daemons, 'master'),
    parameters: ['-c', config, '-s'],
    // It listens at all of its places or at none; whoever is connected to costs a process.
    listensOn: Object.keys(services)
      .slice(0, 1)
      .map((place) => Number(place.split(':').at(-1))),
  })
}

const listener = ([port, changes]: [string, readonly string[]]) =>
  `${port} inet n - n - - smtpd\n${changes.map((change) => `  -o ${change}\n`).join('')}`

const mailboxes = 'virtual unix - n n - - virtual\n'

const mainConfig = (directory: string) => `
compatibility_level = 2
queue_directory = ${directory}/queue
data_directory = ${directory}/data
maillog_file = ${directory}/postfix.log
maillog_file_prefixes = ${directory}
inet_interfaces = loopback-only
inet_protocols = all
myhostname = postfix.heloise.test
mynetworks =
alias_maps =
alias_database =
default_transport = discard:nothing leaves this machine
mailbox_size_limit = 0
`
