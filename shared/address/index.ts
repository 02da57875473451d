// Addresses: of the envelope, of headers, and the domains in them.
export { type Address, formatAddress, parseAddress, splitAddresses } from './address.ts'
export { addressLiteral, isAddressLiteral, isAscii, isDomain, literalAddress, toAscii } from './domain.ts'
export { ipFamily } from './ip.ts'
export {
  type AddressFault,
  hasControl,
  type MailboxResult,
  needsUtf8,
  parseMailbox,
  parseRecipient,
  parseSender,
  toAsciiDomain,
} from './mailbox.ts'
export { type EsmtpParameter, parsePath } from './path.ts'
export { isServerHost, placeName, unixPath } from './server-host.ts'
