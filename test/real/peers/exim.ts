// Exim of Debian in a root folder of its own, on free ports with one thing changed each. Mails end in Maildirs.
import { chown, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Certificates, makeCertificates } from '../mail-server/certificates.ts'
import { freePorts } from '../mail-server/needs.ts'
import { runProgram } from '../mail-server/run-program.ts'
import { type FetchedPackage, fetchedPackage, missingPackage } from './fetched-packages.ts'
import { makeFolderFor, makeOwnRoot } from './own-root.ts'
import { people } from './people.ts'
import { startServerProcess } from './server-process.ts'
import { makeThrowAwayFolder } from './throw-away-folder.ts'

export type Exim = AsyncDisposable & {
  readonly ports: EximPorts
  readonly authority: Certificates['authority']
  readonly mailFolder: string
}

/**
 * `mx`: STARTTLS, and logins inside TLS. `tls`: implicit TLS. `open`: logins without TLS too. `brokenKey`: its key cannot be read.
 * `small`: takes mails up to `smallLimit` octets. `lax`: RC4, 3DES and TLS 1.0; it has a postmaster, and tells who has a mailbox.
 */
export type EximPorts = Readonly<Record<(typeof portNames)[number], number>>
const portNames = ['mx', 'tls', 'open', 'brokenKey', 'small', 'lax'] as const

export const smallLimit = 20_000

/** Of GnuTLS: a few suites of each kind, from today's back to those of the nineties. */
const laxPriority = [
  ...['NONE', '+VERS-TLS1.3', '+VERS-TLS1.2', '+VERS-TLS1.0', '+ECDHE-ECDSA', '+ECDHE-RSA'],
  ...['+AES-256-GCM', '+AES-128-CBC', '+3DES-CBC', '+ARCFOUR-128', '+AEAD', '+SHA1'],
  ...['+SIGN-ALL', '+GROUP-ALL', '+COMP-NULL', '+CTYPE-X509'],
].join(':')

type Release = FetchedPackage['release']

/** A mail with this header is refused for Luis once its data is there, and for nobody else (PRDR). */
export const unwantedByLuis = 'X-Unwanted-By: luis'

export const missingForExim = (release: Release): string | null =>
  missingPackage({ name: 'exim4-daemon-heavy', release })

/** `settings`: lines for the beginning of its configuration. */
export async function startExim(release: Release, settings = ''): Promise<Exim> {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await makeThrowAwayFolder('exim'))
  const certificates = await makeCertificates(await makeFolder(folder.path, 'certificates'))
  const root = await makeFolder(folder.path, 'root')
  await makeOwnRoot({
    directory: root,
    packages: fetchedPackage({ name: 'exim4-daemon-heavy', release }),
    programs: ['/usr/sbin/exim4'],
    borrowed: await saslPlugins(),
    accounts: [{ name: 'Debian-exim', id: eximId }],
  })
  await furnish(root, certificates)
  const [mx = 0, tls = 0, open = 0, brokenKey = 0, small = 0, lax = 0] = await freePorts(portNames.length)
  const ports = { mx, tls, open, brokenKey, small, lax }
  await writeFile(join(root, 'etc/exim4/exim4.conf'), `${settings}\n${configuration(ports)}`)
  stack.use(
    await startServerProcess({
      program: 'chroot',
      parameters: [root, '/usr/sbin/exim4', '-bdf', '-oX', Object.values(ports).join(':')],
      listensOn: Object.values(ports),
    }),
  )
  const running = stack.move()
  return {
    ports,
    authority: certificates.authority,
    mailFolder: join(root, 'mail'),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

/** Of no account on this machine. */
const eximId = 5001

const saslFolder = '/usr/lib/x86_64-linux-gnu/sasl2'
const saslPlugins = async () =>
  (await readdir(saslFolder)).filter((name) => name.endsWith('.so')).map((name) => join(saslFolder, name))

async function makeFolder(directory: string, name: string): Promise<string> {
  const folder = join(directory, name)
  await mkdir(folder)
  return folder
}

async function furnish(root: string, certificates: Certificates): Promise<void> {
  for (const path of ['mail', 'var/spool/exim4', 'var/log/exim4']) await makeFolderFor(root, path, eximId)
  const chain = join(root, 'etc/exim4/server.pem')
  await copyFile(certificates.good, chain)
  await chown(chain, eximId, eximId)
  const secrets = Object.values(people).map(({ address, password }) => `${address}: ${password}\n`)
  await writeFile(join(root, 'etc/exim4/passwords'), secrets.join(''))
  await makeSaslDatabase(join(root, 'etc/sasldb2'))
}

/** Cyrus SASL answers SCRAM and DIGEST-MD5 from it. */
async function makeSaslDatabase(file: string): Promise<void> {
  for (const { name, password } of Object.values(people))
    await runProgram('sh', [
      '-c',
      'printf %s "$1" | saslpasswd2 -p -c -f "$2" -u heloise.test "$3"',
      'sh',
      password,
      file,
      name,
    ])
  await chown(file, eximId, eximId)
}

const configuration = (ports: EximPorts) => `
keep_environment =
primary_hostname = exim.heloise.test
local_interfaces = <; 127.0.0.1 ; ::1
tls_on_connect_ports = ${ports.tls}
log_file_path = /var/log/exim4/%slog
host_lookup =
rfc1413_query_timeout = 0s
smtp_accept_max = 0
smtp_accept_queue_per_connection = 0
smtputf8_advertise_hosts = *
chunking_advertise_hosts = *
dsn_advertise_hosts = *
prdr_enable
message_size_limit = \${if eq{$received_port}{${ports.small}}{${smallLimit}}{50M}}
tls_advertise_hosts = *
tls_certificate = /etc/exim4/server.pem
tls_require_ciphers = \${if eq{$received_port}{${ports.lax}}{${laxPriority}}{NORMAL}}
tls_privatekey = \${if eq{$received_port}{${ports.brokenKey}}{/etc/exim4/no.key}{/etc/exim4/server.pem}}
auth_advertise_hosts = \${if or{{def:tls_in_cipher}{eq{$received_port}{${ports.open}}}}{*}{}}
acl_smtp_rcpt = rcpt
acl_smtp_vrfy = \${if eq{$received_port}{${ports.lax}}{accept}{}}
acl_smtp_data_prdr = one_recipient
acl_smtp_data = accept

begin acl
rcpt:
  deny  message = Relay not permitted
        !authenticated = *
        !domains = heloise.test
  require message = Nobody of that name
        verify = recipient
  accept
one_recipient:
  deny  message = luis wants no such mail
        local_parts = luis
        condition = \${if def:h_X-Unwanted-By:}
  accept

begin routers
people:
  driver = accept
  domains = heloise.test
  local_parts = ${Object.values(people)
    .map(({ name }) => name)
    .join(' : ')} : \${if eq{$received_port}{${ports.lax}}{postmaster}}
  transport = maildir
elsewhere:
  driver = accept
  domains = ! heloise.test
  transport = nowhere

begin transports
maildir:
  driver = appendfile
  maildir_format
  directory = /mail/$local_part_data/Maildir
  create_directory
  return_path_add
nowhere:
  driver = appendfile
  file = /dev/null

begin retry

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if eq{$auth3}{\${lookup{$auth2}lsearch{/etc/exim4/passwords}}}}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = <| Username: | Password:
  server_condition = \${if eq{$auth2}{\${lookup{$auth1}lsearch{/etc/exim4/passwords}}}}
  server_set_id = $auth1
cram_md5:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = \${lookup{$auth1}lsearch{/etc/exim4/passwords}{$value}fail}
  server_set_id = $auth1
${['SCRAM-SHA-256', 'SCRAM-SHA-1', 'DIGEST-MD5'].map(cyrus).join('')}`

const cyrus = (mechanism: string) => `
${mechanism.toLowerCase().replaceAll('-', '_')}:
  driver = cyrus_sasl
  public_name = ${mechanism}
  server_realm = heloise.test
  server_set_id = $auth1
`
