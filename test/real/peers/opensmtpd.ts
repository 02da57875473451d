// OpenSMTPD of Debian in a root folder of its own, on free ports. Mails end in Maildirs.
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Certificates, makeCertificates } from '../mail-server/certificates.ts'
import { freePorts } from '../mail-server/needs.ts'
import { runProgram } from '../mail-server/run-program.ts'
import { type FetchedPackage, fetchedPackage, missingPackage } from './fetched-packages.ts'
import { makeFolderFor, makeOwnRoot } from './own-root.ts'
import { people } from './people.ts'
import { startServerProcess } from './server-process.ts'
import { makeThrowAwayFolder } from './throw-away-folder.ts'

export type OpenSmtpd = AsyncDisposable & {
  /** `mx`: STARTTLS. `tls`: implicit TLS. `submission`: STARTTLS and login, both wanted. */
  readonly ports: OpenSmtpdPorts
  readonly authority: Certificates['authority']
  readonly mailFolder: string
}

type OpenSmtpdPorts = Readonly<Record<'mx' | 'tls' | 'submission', number>>

type Release = FetchedPackage['release']

/** Octets of a mail that it takes. */
export const openSmtpdLimit = 100_000

export const missingForOpenSmtpd = (release: Release): string | null => missingPackage({ name: 'opensmtpd', release })

export async function startOpenSmtpd(release: Release): Promise<OpenSmtpd> {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await makeThrowAwayFolder('opensmtpd'))
  const certificates = await makeCertificates(await makeFolder(folder.path, 'certificates'))
  const root = await makeFolder(folder.path, 'root')
  await makeOwnRoot({
    directory: root,
    packages: fetchedPackage({ name: 'opensmtpd', release }),
    programs: ['/usr/sbin/smtpd', '/usr/libexec/opensmtpd/mail.maildir'],
    borrowed: ['/bin/sh'],
    accounts: [
      { name: 'opensmtpd', id: 5002, home: '/var/lib/opensmtpd/empty' },
      { name: 'opensmtpq', id: 5003, home: '/var/lib/opensmtpd/empty' },
      { name: 'postman', id: postman },
    ],
  })
  await furnish(root, certificates)
  const [mx = 0, tls = 0, submission = 0] = await freePorts(3)
  const ports = { mx, tls, submission }
  await writeFile(join(root, 'etc/smtpd.conf'), configuration(ports))
  stack.use(
    await startServerProcess({
      program: 'chroot',
      parameters: [root, '/usr/sbin/smtpd', '-d'],
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

/** Who owns the mails; of no account on this machine. */
const postman = 5004

async function makeFolder(directory: string, name: string): Promise<string> {
  const folder = join(directory, name)
  await mkdir(folder)
  return folder
}

async function furnish(root: string, certificates: Certificates): Promise<void> {
  await makeFolderFor(root, 'mail', postman)
  for (const path of ['var/run', 'var/lib/opensmtpd/empty', 'tmp']) await makeFolderFor(root, path, 0)
  await makeFolderFor(root, 'var/spool/smtpd', 0)
  await chmod(join(root, 'var/spool/smtpd'), 0o711)
  await chmod(join(root, 'tmp'), 0o1777)
  await copyFile(certificates.good, join(root, 'etc/server.pem'))
  // It does not start without authorities for the mails it might relay.
  await mkdir(join(root, 'etc/ssl/certs'), { recursive: true })
  await copyFile(certificates.authority.file, join(root, 'etc/ssl/certs/ca-certificates.crt'))
  const everybody = Object.values(people)
  await writeFile(join(root, 'etc/people'), everybody.map(({ address }) => `${address} postman\n`).join(''))
  const secrets = await Promise.all(
    everybody.map(async ({ address, password }) => `${address} ${await hash(password)}`),
  )
  await writeFile(join(root, 'etc/secrets'), `${secrets.join('\n')}\n`)
}

const hash = async (password: string) => (await runProgram('openssl', ['passwd', '-6', password])).trim()

const configuration = ({ mx, tls, submission }: OpenSmtpdPorts) => `
smtp max-message-size ${openSmtpdLimit}
pki server cert "/etc/server.pem"
pki server key "/etc/server.pem"
table people file:/etc/people
table secrets file:/etc/secrets
${['127.0.0.1', '::1']
  .flatMap((address) => [
    `listen on ${address} port ${mx} tls pki server`,
    `listen on ${address} port ${tls} smtps pki server`,
    `listen on ${address} port ${submission} tls-require pki server auth <secrets>`,
  ])
  .join('\n')}
action "keep" maildir "/mail/%{rcpt.user}/Maildir" virtual <people>
action "elsewhere" mda "exit 0" virtual { "@" = postman }
match from any for domain "heloise.test" action "keep"
match auth from any for any action "elsewhere"
`
