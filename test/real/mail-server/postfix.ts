// Postfix on the real ports of 127.0.0.1 and [::1], and on free ports with one thing changed each. Nothing leaves the machine.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificates } from './certificates.ts'
import type { Dovecot } from './dovecot.ts'
import { runProgram, startDaemon } from './run-program.ts'

export const realPorts = { mx: 25, submission: 587, submissions: 465 } as const

export const variants = [
  'expired',
  'wrong-name',
  'self-signed',
  'no-starttls',
  'small-mails',
  'greylist',
  'slow-greeting',
  'trusting',
  'proxied',
  'seven-bit',
] as const
/** A port that behaves as 25 does but for one thing: its certificate, what it offers, what it takes. */
export type Variant = (typeof variants)[number]
export type VariantPorts = Readonly<Record<Variant, number>>

export type PostfixOptions = {
  readonly directory: string
  readonly recipients: readonly string[]
  readonly certificates: Certificates
  readonly dovecot: Dovecot
  readonly variantPorts: VariantPorts
}

export type Postfix = { readonly logFile: string; stop(): Promise<void> }

export async function startPostfix(options: PostfixOptions): Promise<Postfix> {
  const { directory, recipients } = options
  const config = join(directory, 'etc')
  for (const folder of ['etc', 'queue', 'data']) await mkdir(join(directory, folder))
  await runProgram('chown', ['postfix', join(directory, 'data')])
  await writeFile(join(config, 'recipients'), recipients.map((recipient) => `${recipient} yes\n`).join(''))
  await writeFile(join(config, 'main.cf'), mainConfig(options))
  await writeFile(join(config, 'master.cf'), masterConfig(options))
  await startDaemon('postfix', ['-c', config, 'start'], join(directory, 'errors'))
  return {
    logFile: join(directory, 'postfix.log'),
    stop: async () => void (await runProgram('postfix', ['-c', config, 'stop'])),
  }
}

const mainConfig = ({ directory, certificates, dovecot }: PostfixOptions) => `
compatibility_level = 2
queue_directory = ${directory}/queue
data_directory = ${directory}/data
maillog_file = ${directory}/postfix.log
maillog_file_prefixes = ${directory}
inet_interfaces = loopback-only
inet_protocols = all
myhostname = mail.heloise.test
mydestination = heloise.test, mail.heloise.test, localhost
mynetworks =
alias_maps =
alias_database =
local_recipient_maps = texthash:${directory}/etc/recipients
local_transport = lmtp:unix:${dovecot.lmtpSocket}
default_transport = discard:nothing leaves this machine
message_size_limit = 100000000
mailbox_size_limit = 0
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${dovecot.loginSocket}
smtpd_tls_chain_files = ${certificates.good}
smtpd_tls_security_level = may
smtpd_tls_received_header = yes
smtpd_tls_auth_only = yes
submission_restrictions = permit_sasl_authenticated, reject
greylist_restrictions = check_recipient_access static:{450 4.7.1 Greylisted, see you in 300 seconds}
slow_restrictions = sleep ${slowGreetingSeconds}
`

/** Long enough to be told from a quick greeting, short enough to wait for. */
export const slowGreetingSeconds = 3

const login = ['smtpd_sasl_auth_enable=yes', 'smtpd_client_restrictions=$submission_restrictions']

function masterConfig({ certificates, variantPorts }: PostfixOptions): string {
  const changes: Readonly<Record<Variant, readonly string[]>> = {
    expired: [`smtpd_tls_chain_files=${certificates.expired}`],
    'wrong-name': [`smtpd_tls_chain_files=${certificates.wrongName}`],
    'self-signed': [`smtpd_tls_chain_files=${certificates.selfSigned}`],
    'no-starttls': ['smtpd_tls_security_level=none', 'smtpd_sasl_auth_enable=yes', 'smtpd_tls_auth_only=no'],
    'small-mails': ['message_size_limit=20000'],
    greylist: ['smtpd_recipient_restrictions=$greylist_restrictions'],
    trusting: ['smtpd_authorized_xclient_hosts=127.0.0.1,[::1]', 'smtpd_authorized_xforward_hosts=127.0.0.1,[::1]'],
    proxied: ['smtpd_upstream_proxy_protocol=haproxy'],
    'seven-bit': ['smtpd_discard_ehlo_keywords=8bitmime,smtputf8,chunking'],
    'slow-greeting': ['smtpd_delay_reject=no', 'smtpd_client_restrictions=$slow_restrictions'],
  }
  const services = [
    listen(realPorts.mx, []),
    listen(realPorts.submission, ['smtpd_tls_security_level=encrypt', ...login]),
    listen(realPorts.submissions, ['smtpd_tls_wrappermode=yes', ...login]),
    ...variants.map((variant) => listen(variantPorts[variant], changes[variant])),
  ]
  return `${services.join('')}${innerServices}`
}

const listen = (port: number, changes: readonly string[]) =>
  `${port} inet n - n - - smtpd\n${changes.map((change) => `  -o ${change}\n`).join('')}`

export const innerServices = `
postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
`
