// SASLprep (RFC 4013): one form for names and passwords that look the same, so that both sides hash the same octets.
import { smtpError } from '../../smtp-error.ts'

/** As a query (RFC 5802 §5.1): characters newer than the RFC may stand in it. `field`: for the error. */
export async function saslprep(text: string, field: 'user' | 'password'): Promise<string> {
  // ASCII without controls is its own form, and the tables take a while to load.
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const { default: prepare } = await import('@mongodb-js/saslprep')
  const prepared = tryTo(() => prepare(text, { allowUnassigned: true }))
  if (prepared !== null && prepared !== '') return prepared
  const reason = `the ${field} holds characters that SASLprep (RFC 4013) forbids`
  throw smtpError('profile-invalid', 'auth', `The login was not sent: ${reason}.`, { facts: { field, reason } })
}

function tryTo(prepare: () => string): string | null {
  try {
    return prepare()
  } catch {
    return null
  }
}
