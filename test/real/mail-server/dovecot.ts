// Dovecot without a single port: it answers logins for Postfix and takes mails by LMTP into Maildirs, on sockets in its folder.
import { chown, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram, startDaemon } from './run-program.ts'

export type User = { readonly name: string; readonly password: string }

export type Dovecot = {
  readonly loginSocket: string
  readonly lmtpSocket: string
  /** The folder with a Maildir for each user. */
  readonly mailFolder: string
  stop(): Promise<void>
}

/** Owner of the mail files: a number that needs no account. */
const mailOwner = 5000

export async function startDovecot(directory: string, users: readonly User[]): Promise<Dovecot> {
  const config = join(directory, 'dovecot.conf')
  const mailFolder = join(directory, 'mail')
  await mkdir(mailFolder)
  await chown(mailFolder, mailOwner, mailOwner)
  await writeFile(join(directory, 'users'), users.map(({ name, password }) => `${name}:{PLAIN}${password}\n`).join(''))
  await writeFile(config, configuration(directory, mailFolder))
  await startDaemon('dovecot', ['-c', config], join(directory, 'errors'))
  return {
    loginSocket: join(directory, 'login'),
    lmtpSocket: join(directory, 'lmtp'),
    mailFolder,
    stop: async () => void (await runProgram('dovecot', ['-c', config, 'stop'])),
  }
}

const configuration = (directory: string, mailFolder: string) => `
base_dir = ${directory}/run
state_dir = ${directory}/state
instance_name = heloise-test
log_path = ${directory}/dovecot.log
protocols = lmtp
ssl = no
first_valid_uid = 1
auth_mechanisms = plain login cram-md5 scram-sha-1 scram-sha-256
auth_username_format = %Ln
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:~/Maildir
passdb {
  driver = passwd-file
  args = ${directory}/users
}
userdb {
  driver = static
  args = uid=${mailOwner} gid=${mailOwner} home=${mailFolder}/%n
}
service auth {
  unix_listener ${directory}/login {
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
service lmtp {
  unix_listener ${directory}/lmtp {
    mode = 0600
    user = postfix
  }
}
`
