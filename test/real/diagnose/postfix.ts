// Postfix with an address for each thing that a check is to see, and Dovecot behind it for the logins.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { missingPackages } from '../debian-packages.ts'
import { makeCertificates } from '../mail-server/certificates.ts'
import { freePorts } from '../mail-server/needs.ts'
import { type DovecotPeer, startDovecotPeer } from '../peers/dovecot.ts'
import { people } from '../peers/people.ts'
import { startPostfixPeer } from '../peers/postfix.ts'
import { makeThrowAwayFolder } from '../peers/throw-away-folder.ts'
import { type DiagnosedKeys, makeDiagnosedKeys } from './keys.ts'
import { type PostfixPlace, postfixPlaces } from './postfix-places.ts'

export type DiagnosedPostfix = AsyncDisposable & {
  /** The same at each address. */
  readonly port: number
  readonly addresses: Readonly<Record<PostfixPlace, string>>
  readonly dovecot: DovecotPeer['ports']
  readonly keys: DiagnosedKeys
}

export const missingForDiagnosedPostfix = (): string | null =>
  process.getuid?.() === 0
    ? missingPackages(['postfix', 'dovecot-core', 'dovecot-submissiond', 'dovecot-lmtpd', 'openssl'])
    : 'needs root for Postfix and Dovecot'

export async function startDiagnosedPostfix(): Promise<DiagnosedPostfix> {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await makeThrowAwayFolder('diagnosed'))
  const inside = async (name: string) => {
    const path = join(folder.path, name)
    await mkdir(path)
    return path
  }
  const keys = await makeDiagnosedKeys(await inside('keys'))
  const changes: Readonly<Record<PostfixPlace, readonly string[]>> = postfixPlaces(keys)
  const names = Object.keys(changes) as PostfixPlace[]
  const [port = 0] = await freePorts(1)
  // So many ports at once might be those of another test; addresses there are enough.
  const addresses = Object.fromEntries(names.map((name, index) => [name, `127.0.0.${index + 1}`])) as Record<
    PostfixPlace,
    string
  >
  const dovecot = stack.use(
    await startDovecotPeer({
      directory: await inside('dovecot'),
      certificates: await makeCertificates(await inside('certificates')),
      relayPort: port,
      mechanisms: ['plain', 'login', 'cram-md5', 'scram-sha-1', 'scram-sha-256'],
    }),
  )
  stack.use(
    await startPostfixPeer({
      directory: await inside('postfix'),
      settings: settings(keys, dovecot),
      services: Object.fromEntries(names.map((name) => [`${addresses[name]}:${port}`, changes[name]])),
    }),
  )
  const running = stack.move()
  return { port, addresses, dovecot: dovecot.ports, keys, [Symbol.asyncDispose]: () => running.disposeAsync() }
}

const recipients = ['postmaster@heloise.test', ...Object.values(people).map(({ address }) => address)]

const settings = (keys: DiagnosedKeys, dovecot: DovecotPeer) => `
mydestination = heloise.test
myorigin = heloise.test
local_recipient_maps = inline:{ ${recipients.map((address) => `{ ${address} = yes }`).join(', ')} }
local_transport = discard:
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${dovecot.loginSocket}
smtpd_tls_chain_files = ${keys.wholeChain}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
`
