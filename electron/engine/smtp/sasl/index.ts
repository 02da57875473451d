// The SASL mechanisms that a profile can log in with.
import type { Mechanism } from '#shared/values/profile.ts'
import { smtpError } from '../../smtp-error.ts'
import { cramMd5 } from './cram-md5.ts'
import { login } from './login.ts'
import type { Credentials, SaslMechanism } from './mechanism.ts'
import { plain } from './plain.ts'
import { xoauth2 } from './xoauth2.ts'

export type { Credentials, SaslMechanism, SaslResponse } from './mechanism.ts'

/** Refuses credentials with controls, which would end one field and begin the next (RFC 4616 §2). */
export function createMechanism(name: Mechanism, credentials: Credentials): SaslMechanism {
  refuseControls('user', credentials.user)
  refuseControls('password', credentials.secret)
  return mechanisms[name](credentials)
}

const mechanisms: Record<Mechanism, (credentials: Credentials) => SaslMechanism> = {
  PLAIN: plain,
  LOGIN: login,
  'CRAM-MD5': cramMd5,
  XOAUTH2: xoauth2,
}

function refuseControls(field: string, text: string): void {
  if (!/[\x00-\x1f\x7f]/.test(text)) return
  const reason = `the ${field} holds a control character`
  throw smtpError('profile-invalid', 'auth', `The login was not sent: ${reason}.`, { facts: { field, reason } })
}
