// Why a conversation could not go on. One type for every place that shows an error; it crosses IPC as data.
import { z } from 'zod'
import { replySchema } from './reply.ts'
import { stageSchema } from './stage.ts'

export const failureKinds = [
  // input
  'address-invalid',
  'header-invalid',
  'host-invalid',
  'profile-invalid',
  'attachment-missing',
  'no-recipients',
  'no-sender',
  'password-missing',
  'mail-too-large',
  'needs-smtputf8',
  'needs-8bitmime',
  'needs-binarymime',
  'extension-not-offered',
  'extension-unusable',
  'wire-option-invalid',
  'raw-mail-invalid',
  // dns
  'host-not-found',
  'dns-unavailable',
  'dns-bogus',
  'domain-takes-no-mail',
  'domain-has-no-server',
  'mta-sts-host-refused',
  // connect
  'connection-refused',
  'connection-timed-out',
  'host-unreachable',
  'connection-forbidden',
  'local-address-unusable',
  'proxy-unreachable',
  'proxy-timed-out',
  'proxy-not-spoken',
  'proxy-login-refused',
  'proxy-refused',
  'proxy-cannot-reach',
  // greeting
  'greeting-missing',
  'greeting-refused',
  'speaks-tls',
  'speaks-http',
  'speaks-ssh',
  'speaks-imap',
  'speaks-pop3',
  'speaks-unknown',
  // ehlo
  'hello-refused',
  // tls
  'starttls-not-offered',
  'starttls-refused',
  'starttls-injection',
  'tls-not-spoken',
  'tls-handshake-failed',
  'tls-version-unsupported',
  'client-certificate-refused',
  'certificate-untrusted',
  'certificate-self-signed',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-name-mismatch',
  'certificate-pin-mismatch',
  'certificate-invalid',
  'policy-tls-missing',
  'dane-mismatch',
  // auth
  'login-not-offered',
  'login-mechanism-unavailable',
  'login-needs-tls',
  'login-refused',
  'login-token-refused',
  'login-temporarily-refused',
  'login-protocol-error',
  'login-server-unproven',
  // mail, rcpt, data
  'login-required',
  'sender-refused',
  'recipients-refused',
  'content-refused',
  'outcome-unknown',
  // anywhere
  'command-refused',
  'service-closing',
  'connection-lost',
  'reply-timed-out',
  'reply-malformed',
  'reply-too-long',
  'stopped',
  'internal',
] as const
export const failureKindSchema = z.enum(failureKinds)
export type FailureKind = z.infer<typeof failureKindSchema>

export const failureSchema = z.object({
  kind: failureKindSchema,
  stage: stageSchema,
  /** One English sentence with the facts: what was tried, where, what came back. */
  message: z.string(),
  reply: replySchema.nullable(),
  fault: z.enum(['ours', 'theirs', 'network']),
  /** What to do, in one English sentence; the window shows the same advice in the person's language. */
  advice: z.string(),
  /** Facts that the explanation and its fix need: host, port, field, address, names, fingerprint, limit… Never a secret. */
  facts: z.record(z.string(), z.string()),
})
export type Failure = z.infer<typeof failureSchema>
