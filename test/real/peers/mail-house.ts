// Postfix and Dovecot as they work together: mails handed in at Dovecot's submission or at Postfix go through Postfix, and
// come by LMTP into the Maildirs of Dovecot.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { missingPackages } from '../debian-packages.ts'
import { type Certificates, makeCertificates } from '../mail-server/certificates.ts'
import { freePorts } from '../mail-server/needs.ts'
import { type DovecotPeer, startDovecotPeer } from './dovecot.ts'
import { people } from './people.ts'
import { startPostfixPeer } from './postfix.ts'
import { makeThrowAwayFolder } from './throw-away-folder.ts'

export type MailHouse = AsyncDisposable & {
  readonly dovecot: DovecotPeer
  /** Of Postfix. `mx`: STARTTLS. `submission`: STARTTLS and login, both wanted. */
  readonly ports: Readonly<Record<'mx' | 'submission', number>>
  readonly authority: Certificates['authority']
}

export type MailHouseWish = Pick<Parameters<typeof startDovecotPeer>[0], 'mechanisms' | 'settings'>

/** Postfix takes mails for it, and Dovecot does not: they come back. */
export const ghost = 'ghost@heloise.test'

/** Postfix itself puts its mails into a box. */
export const boxed = 'box@stored.test'

const packages = ['postfix', 'dovecot-core', 'dovecot-submissiond', 'dovecot-lmtpd', 'openssl', 'swaks']

export const missingForMailHouse = (): string | null =>
  process.getuid?.() === 0 ? missingPackages(packages) : 'needs root for Postfix and Dovecot'

export async function startMailHouse(wish: MailHouseWish): Promise<MailHouse> {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await makeThrowAwayFolder('mail-house'))
  const inside = async (name: string) => {
    const path = join(folder.path, name)
    await mkdir(path)
    return path
  }
  const certificates = await makeCertificates(await inside('certificates'))
  const [mx = 0, submission = 0] = await freePorts(2)
  const dovecot = stack.use(
    await startDovecotPeer({ ...wish, directory: await inside('dovecot'), certificates, relayPort: mx }),
  )
  stack.use(
    await startPostfixPeer({
      directory: await inside('postfix'),
      settings: settings(certificates, dovecot),
      services: {
        [mx]: [],
        [submission]: [
          'smtpd_tls_security_level=encrypt',
          'smtpd_sasl_auth_enable=yes',
          'smtpd_client_restrictions=permit_sasl_authenticated,reject',
        ],
      },
    }),
  )
  const running = stack.move()
  return {
    dovecot,
    ports: { mx, submission },
    authority: certificates.authority,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

const settings = (certificates: Certificates, dovecot: DovecotPeer) => `
mydestination = heloise.test
local_recipient_maps = inline:{ ${[ghost, ...Object.values(people).map(({ address }) => address)]
  .map((address) => `{ ${address} = yes }`)
  .join(', ')} }
local_transport = lmtp:unix:${dovecot.lmtpSocket}
virtual_mailbox_domains = stored.test
virtual_mailbox_maps = inline:{ ${boxed}=box/ }
virtual_mailbox_base = ${dovecot.mailFolder}
virtual_uid_maps = static:5000
virtual_gid_maps = static:5000
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${dovecot.loginSocket}
smtpd_tls_chain_files = ${certificates.good}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_authorized_xclient_hosts = 127.0.0.1, [::1]
`
