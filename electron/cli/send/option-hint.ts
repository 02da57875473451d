// What the advice of a why card means on the command line, where there is no form to change: the option to add.
import type { Failure, FailureKind } from '#shared/values/failure.ts'

export function optionHint({ kind, facts }: Failure): string | null {
  const hint = hints[kind] ?? null
  return typeof hint === 'function' ? hint(facts) : hint
}

type Hint = string | ((facts: Failure['facts']) => string)

const trust: Hint = ({ sha256 }) => (sha256 === undefined ? '--ca FILE' : `--ca FILE, --pin ${sha256}`)

const force: Hint = ({ keyword }) => `--ext ${keyword?.split(' ', 1)[0] ?? 'NAME'}=on`

const hints: Partial<Record<FailureKind, Hint>> = {
  'extension-not-offered': force,
  'extension-unusable': force,
  'speaks-tls': '--security tls',
  'tls-not-spoken': '--security starttls',
  'starttls-not-offered': '--server HOST:465, --security tls',
  'dns-unavailable': '--dns ADDRESS',
  'certificate-untrusted': trust,
  'certificate-self-signed': trust,
  'certificate-pin-mismatch': trust,
  'login-required': '--user USER',
  'login-needs-tls': '--security starttls, --plaintext-login',
  'login-mechanism-unavailable': '--auth MECHANISM',
  'hello-refused': '--ehlo NAME',
  'local-address-unusable': '--local-address IP',
  'proxy-unreachable': '--proxy URL',
  'proxy-not-spoken': '--proxy URL',
  'proxy-timed-out': '--proxy URL, --timeout SECONDS',
  'proxy-login-refused': '--proxy socks5://USER@HOST:PORT, HELOISE_PROXY_PASSWORD, --proxy-password-file FILE',
  'greeting-missing': '--timeout SECONDS',
  'reply-timed-out': '--timeout SECONDS',
}
