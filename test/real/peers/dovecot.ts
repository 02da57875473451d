// Dovecot as a submission server and as an LMTP server, on free ports and a UNIX socket; it hands mails on to another server.
import { chown, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificates } from '../mail-server/certificates.ts'
import { freePorts } from '../mail-server/needs.ts'
import { people } from './people.ts'
import { startServerProcess } from './server-process.ts'

export type DovecotPeer = AsyncDisposable & {
  /** `submission`: STARTTLS, and login, both wanted. `submissions`: implicit TLS. `lmtp`: without either. */
  readonly ports: Readonly<Record<'submission' | 'submissions' | 'lmtp', number>>
  readonly lmtpSocket: string
  /** Answers logins for a Postfix. */
  readonly loginSocket: string
  readonly mailFolder: string
  log(): string
}

export type DovecotWish = {
  /** A folder of its own, which other accounts may pass through. */
  readonly directory: string
  readonly certificates: Certificates
  /** The server that takes what it is handed, without TLS or login. */
  readonly relayPort: number
  readonly mechanisms: readonly string[]
  /** Settings beside the usual ones. */
  readonly settings?: string
}

/** Who owns the mails: a number that needs no account. */
const mailOwner = 5000

export async function startDovecotPeer(wish: DovecotWish): Promise<DovecotPeer> {
  const { directory } = wish
  const [submission = 0, submissions = 0, lmtp = 0] = await freePorts(3)
  const place = {
    ports: { submission, submissions, lmtp },
    lmtpSocket: join(directory, 'lmtp'),
    loginSocket: join(directory, 'login'),
    mailFolder: join(directory, 'mail'),
  }
  await mkdir(place.mailFolder)
  await chown(place.mailFolder, mailOwner, mailOwner)
  const users = Object.values(people).map(({ name, password }) => `${name}:{PLAIN}${password}::::::\n`)
  await writeFile(join(directory, 'users'), users.join(''))
  const config = join(directory, 'dovecot.conf')
  await writeFile(config, configuration(wish, place))
  const server = await startServerProcess({
    program: 'dovecot',
    parameters: ['-F', '-c', config],
    listensOn: [submission, submissions, lmtp, place.lmtpSocket, place.loginSocket],
  })
  return { ...place, log: server.output, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

type Place = Pick<DovecotPeer, 'ports' | 'lmtpSocket' | 'loginSocket' | 'mailFolder'>

const configuration = (
  { directory, certificates, relayPort, mechanisms, settings = '' }: DovecotWish,
  { ports, lmtpSocket, loginSocket, mailFolder }: Place,
) => `
base_dir = ${directory}/run
state_dir = ${directory}/state
instance_name = heloise-peer
log_path = /dev/stderr
protocols = submission lmtp
listen = 127.0.0.1, ::1
hostname = dovecot.heloise.test
ssl = required
ssl_cert = <${certificates.good}
ssl_key = <${certificates.good}
first_valid_uid = 1
auth_mechanisms = ${mechanisms.join(' ')}
auth_username_format = %Lu
# Names may have any sign.
auth_username_chars =
auth_failure_delay = 0
mail_location = maildir:~/Maildir
submission_relay_host = 127.0.0.1
submission_relay_port = ${relayPort}
recipient_delimiter = 
passdb {
  driver = passwd-file
  args = username_format=%n ${directory}/users
}
userdb {
  driver = passwd-file
  args = username_format=%n ${directory}/users
  default_fields = uid=${mailOwner} gid=${mailOwner} home=${mailFolder}/%n
}
service auth {
  unix_listener ${loginSocket} {
    mode = 0600
    user = postfix
  }
}
# Else each wrong password of a test would slow down the next login.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service submission-login {
  inet_listener submission {
    port = ${ports.submission}
  }
  inet_listener submissions {
    port = ${ports.submissions}
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
  unix_listener ${lmtpSocket} {
    mode = 0600
    user = postfix
  }
}
${settings}
`
