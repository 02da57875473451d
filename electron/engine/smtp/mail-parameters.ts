// The parameters of MAIL FROM that a mail needs, and the local refusal where a server does not offer them.
import { needsUtf8, parseRecipient, parseSender, toAsciiDomain } from '#shared/address/index.ts'
import { formatOctets } from '#shared/explain/octets.ts'
import type { Capability } from '#shared/values/capability.ts'
import type { ComposedMail } from '../mail/composed-mail.ts'
import type { Connection } from '../net/index.ts'
import { offers, sizeLimit } from './capabilities.ts'
import { type Command, mailFrom, rcptTo } from './command.ts'

/** MAIL, then RCPT for each recipient. Throws before anything is written when the server cannot take such a mail. */
export function envelopeCommands(
  connection: Connection,
  mail: ComposedMail,
  capabilities: readonly Capability[],
): Command[] {
  const usesUtf8 = mailNeedsUtf8(mail)
  refuseWhatIsNotOffered(connection, mail, capabilities)
  const parameters = [
    // RFC 1870 §6
    ...(offers(capabilities, 'SIZE') ? [`SIZE=${mail.size}`] : []),
    // RFC 6152 §3
    ...((mail.needs8bit || usesUtf8) && offers(capabilities, '8BITMIME') ? ['BODY=8BITMIME'] : []),
    // RFC 6531 §3.4
    ...(usesUtf8 ? ['SMTPUTF8'] : []),
  ]
  const { from, to } = mail.envelope
  return [mailFrom(wirePath(from, usesUtf8), parameters), ...to.map((address) => rcptTo(wirePath(address, usesUtf8)))]
}

function refuseWhatIsNotOffered(connection: Connection, mail: ComposedMail, capabilities: readonly Capability[]): void {
  const { host } = connection.peer
  const limit = sizeLimit(capabilities)
  if (limit !== null && mail.size > limit) {
    const facts = { size: formatOctets(mail.size, 'en'), limit: formatOctets(limit, 'en') }
    const message = `The mail has ${mail.size} octets, and ${host} takes at most ${limit}.`
    throw connection.failure('mail-too-large', message, { facts })
  }
  if (mailNeedsUtf8(mail) && !offers(capabilities, 'SMTPUTF8')) {
    const address = [mail.envelope.from, ...mail.envelope.to].find(isUtf8Address)
    const message = `The mail needs SMTPUTF8, which ${host} does not offer.`
    throw connection.failure('needs-smtputf8', message, { facts: { address } })
  }
  if (mail.needs8bit && !offers(capabilities, '8BITMIME')) {
    throw connection.failure('needs-8bitmime', `The mail needs 8BITMIME, which ${host} does not offer.`)
  }
}

const mailNeedsUtf8 = (mail: ComposedMail): boolean =>
  mail.needsUtf8 || [mail.envelope.from, ...mail.envelope.to].some(isUtf8Address)

function isUtf8Address(address: string): boolean {
  const parsed = parseRecipient(address)
  return parsed.kind === 'mailbox' && needsUtf8(parsed.mailbox)
}

/** RFC 6531 §3.2: without SMTPUTF8 a domain travels as A-labels. */
function wirePath(address: string, usesUtf8: boolean): string {
  const parsed = address === '' ? parseSender(address) : parseRecipient(address)
  return usesUtf8 || parsed.kind === 'invalid' ? address : toAsciiDomain(parsed.mailbox)
}
