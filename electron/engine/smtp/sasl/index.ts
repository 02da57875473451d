// The SASL mechanisms that a profile can log in with.
import type { Mechanism } from '#shared/values/mechanisms.ts'
import { smtpError } from '../../smtp-error.ts'
import { anonymous } from './anonymous.ts'
import { cramMd5 } from './cram-md5.ts'
import { digestMd5 } from './digest-md5.ts'
import { external } from './external.ts'
import { login } from './login.ts'
import type { LoginContext, SaslMechanism } from './mechanism.ts'
import { ntlm } from './ntlm.ts'
import { oauthbearer } from './oauthbearer.ts'
import { plain } from './plain.ts'
import { scram } from './scram.ts'
import { xoauth2 } from './xoauth2.ts'

export { bindingFor, type ChannelBinding, channelBindings } from './channel-binding.ts'
export type { LoginContext, SaslMechanism, SaslResponse, SaslStep } from './mechanism.ts'

/** Refuses credentials with controls, which would end one field and begin the next (RFC 4616 §2). */
export async function createMechanism(name: Mechanism, context: LoginContext): Promise<SaslMechanism> {
  refuseControls('user', context.user)
  refuseControls('password', context.secret)
  return mechanisms[name](context)
}

const mechanisms: Record<Mechanism, (context: LoginContext) => SaslMechanism | Promise<SaslMechanism>> = {
  'SCRAM-SHA-256-PLUS': scram('SCRAM-SHA-256-PLUS', 'sha256'),
  'SCRAM-SHA-256': scram('SCRAM-SHA-256', 'sha256'),
  'SCRAM-SHA-1-PLUS': scram('SCRAM-SHA-1-PLUS', 'sha1'),
  'SCRAM-SHA-1': scram('SCRAM-SHA-1', 'sha1'),
  PLAIN: plain,
  LOGIN: login,
  'DIGEST-MD5': digestMd5,
  'CRAM-MD5': cramMd5,
  NTLM: ntlm,
  XOAUTH2: xoauth2,
  OAUTHBEARER: oauthbearer,
  EXTERNAL: external,
  ANONYMOUS: anonymous,
}

function refuseControls(field: string, text: string): void {
  if (!/[\x00-\x1f\x7f]/.test(text)) return
  const reason = `the ${field} holds a control character`
  throw smtpError('profile-invalid', 'auth', `The login was not sent: ${reason}.`, { facts: { field, reason } })
}
