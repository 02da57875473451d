// A real Postfix with a real Dovecot in a throw-away folder, on the ports of 127.0.0.1 and [::1], for tests on real input.
import { readFileSync, rmSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Certificates, makeCertificates } from './mail-server/certificates.ts'
import { startDovecot, type User } from './mail-server/dovecot.ts'
import { findMail, listMails } from './mail-server/maildir.ts'
import { demandRealPorts, freePorts } from './mail-server/needs.ts'
import { realPorts, startPostfix, type VariantPorts, variants } from './mail-server/postfix.ts'
import { takeTurn } from './mail-server/turn.ts'

export { withoutTrace } from './mail-server/maildir.ts'
export { missingForMailServer } from './mail-server/needs.ts'
export type { Variant } from './mail-server/postfix.ts'

export type MailServer = {
  /** 25: STARTTLS, no login. 587: STARTTLS and login. 465: implicit TLS and login. */
  readonly ports: typeof realPorts
  readonly variantPorts: VariantPorts
  readonly authority: Certificates['authority']
  /** Each has the address `name@heloise.test`, logs in with it, and has a mailbox. */
  readonly users: { readonly ana: User; readonly luis: User }
  /** Holds the Maildir of each user. */
  readonly mailFolder: string
  /** The mail with this Message-ID (angle brackets included) as it lies in a user's mailbox; waits for it a while. */
  mail(user: string, messageId: string): Promise<Buffer>
  mails(user: string): Promise<Buffer[]>
  /** What Postfix wrote to its log so far. */
  log(): Promise<string>
  stop(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  await using stack = new AsyncDisposableStack()
  const turn = await takeTurn()
  stack.defer(turn.end)
  await demandRealPorts()
  const directory = await makeDirectory()
  stack.defer(() => rm(directory, { recursive: true, force: true }))
  stack.defer(endWithThisProcess(directory))

  const certificates = await makeCertificates(await makeFolder(directory, 'certificates'))
  const dovecot = await startDovecot(await makeFolder(directory, 'dovecot'), Object.values(users))
  stack.defer(dovecot.stop)
  const variantPorts = await pickVariantPorts()
  const postfix = await startPostfix({
    directory: await makeFolder(directory, 'postfix'),
    recipients: Object.values(users).flatMap(({ name }) => [`${name}@heloise.test`, `${name}@localhost`]),
    certificates,
    dovecot,
    variantPorts,
  })
  stack.defer(postfix.stop)

  const running = stack.move()
  return {
    ports: realPorts,
    variantPorts,
    authority: certificates.authority,
    users,
    mailFolder: dovecot.mailFolder,
    mail: (user, messageId) => findMail(dovecot.mailFolder, user, messageId),
    mails: (user) => listMails(dovecot.mailFolder, user),
    log: () => readFile(postfix.logFile, 'utf8'),
    stop: () => running.disposeAsync(),
  }
}

const users = {
  ana: { name: 'ana', password: 'Caballo-grapa 7ñ€' },
  luis: { name: 'luis', password: 'correct-horse' },
} as const

/** Postfix and Dovecot run under accounts of their own that must pass through. */
async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'heloise-mail-server-'))
  await chmod(directory, 0o755)
  return directory
}

async function makeFolder(directory: string, name: string): Promise<string> {
  const folder = join(directory, name)
  await mkdir(folder)
  return folder
}

async function pickVariantPorts(): Promise<VariantPorts> {
  const ports = await freePorts(variants.length)
  return Object.fromEntries(variants.map((variant, index) => [variant, ports[index]])) as VariantPorts
}

/** For a run that ends without `stop`: both masters are ended by the numbers they wrote down. Answers how to let go again. */
function endWithThisProcess(directory: string): () => void {
  const end = () => {
    for (const file of ['postfix/queue/pid/master.pid', 'dovecot/run/master.pid']) endByPidFile(join(directory, file))
    rmSync(directory, { recursive: true, force: true })
  }
  const leave = () => process.exit(1)
  process.once('exit', end)
  for (const signal of signals) process.on(signal, leave)
  return () => {
    process.off('exit', end)
    for (const signal of signals) process.off(signal, leave)
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function endByPidFile(file: string): void {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 'SIGTERM')
  } catch {
    // It did not start, or it has ended already.
  }
}
