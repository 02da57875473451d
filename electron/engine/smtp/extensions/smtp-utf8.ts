// SMTPUTF8 (RFC 6531): addresses and headers beyond ASCII; without it a domain travels as A-labels, a local part not at all.
import { isAscii, needsUtf8, parseRecipient, toAsciiDomain } from '#shared/address/index.ts'
import type { ComposedMail } from '../../mail/composed-mail.ts'
import { because, type Extension } from './extension.ts'

export const smtpUtf8: Extension = {
  keyword: 'SMTPUTF8',
  rfc: 'RFC 6531 §3.4',
  asks: ({ mail }) => needsSmtpUtf8(mail),
  mail: () => ['SMTPUTF8'],
  missing: ({ host, mail, obstacle }) => {
    const address = [mail.envelope.from, ...mail.envelope.to].find(isUtf8Address)
    const reason = obstacle ?? (address === undefined ? undefined : `${address} can be written in no other way`)
    return {
      kind: 'needs-smtputf8',
      message: `The mail needs SMTPUTF8, which ${host} does not offer${because(reason)}.`,
      facts: { address, reason },
    }
  },
}

export const needsSmtpUtf8 = (mail: ComposedMail): boolean =>
  mail.needsUtf8 || [mail.envelope.from, ...mail.envelope.to].some(isUtf8Address)

/** RFC 6531 §3.2: without SMTPUTF8 a domain travels as A-labels. */
export function wirePath(address: string, usesUtf8: boolean): string {
  if (usesUtf8 || isAscii(address)) return address
  const parsed = parseRecipient(address)
  return parsed.kind === 'invalid' ? address : toAsciiDomain(parsed.mailbox)
}

export function isUtf8Address(address: string): boolean {
  if (isAscii(address)) return false
  const parsed = parseRecipient(address)
  return parsed.kind === 'mailbox' && needsUtf8(parsed.mailbox)
}
