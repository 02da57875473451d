// What can be told of an order before anything is sent (its failures have the stage `input`).
import { hasControl, type MailboxResult, parseRecipient, parseSender, unixPath } from '#shared/address/index.ts'
import type { Envelope } from '#shared/values/draft.ts'
import { needsSecret } from '#shared/values/mechanisms.ts'
import { smtpError } from '../smtp-error.ts'
import { checkConnection } from './check-connection.ts'
import type { Access } from './order.ts'

export function checkEnvelope({ from, to }: Envelope): void {
  if (to.length === 0)
    throw smtpError('no-recipients', 'input', 'The envelope has no recipients.', { facts: { field: 'to' } })
  refuseInvalid(from, 'from', parseSender(from))
  for (const address of to) refuseInvalid(address, 'to', parseRecipient(address))
}

export function checkAccessible(access: Access): void {
  const { route, host, login, secret, tls, clientKey } = access
  checkConnection(access)
  if (route === 'mx') return
  const isPlace = (unixPath(host)?.length ?? 0) > 0 || !/[\s/@<>]/.test(host)
  if (host === '' || hasControl(host) || !isPlace) {
    const visible = JSON.stringify(host)
    throw smtpError('host-invalid', 'input', `${visible} is no name of a server.`, {
      facts: { host: visible.slice(1, -1), field: 'host' },
    })
  }
  if (tls.client !== null && clientKey === null) {
    const reason = 'its key is not on this computer'
    throw smtpError('profile-invalid', 'input', `The client certificate of the profile cannot be used: ${reason}.`, {
      facts: { field: 'client certificate', reason },
    })
  }
  if (login !== null && secret === null && needsSecret(login.mechanism)) {
    throw smtpError('password-missing', 'input', `There is no password for ${login.user}.`, {
      facts: { host, field: 'password' },
    })
  }
}

function refuseInvalid(address: string, field: string, result: MailboxResult): void {
  if (result.kind === 'mailbox') return
  const visible = JSON.stringify(address).slice(1, -1)
  const reason = result.fault.replaceAll('-', ' ')
  throw smtpError('address-invalid', 'input', `“${visible}” is no mail address: ${reason}.`, {
    facts: { address: visible, field, reason },
  })
}
