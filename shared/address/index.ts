// Addresses: of the envelope, of headers, and the domains in them.
export { type Address, type AddressResult, formatAddress, parseAddress, splitAddresses } from './address.ts'
export { addressLiteral, isAddressLiteral, isAscii, isDomain, literalAddress, toAscii } from './domain.ts'
export { ipFamily, isIpv4, isIpv6 } from './ip.ts'
export {
  type AddressFault,
  addressFaults,
  hasControl,
  type Mailbox,
  type MailboxResult,
  needsUtf8,
  parseMailbox,
  parseRecipient,
  parseSender,
  toAsciiDomain,
} from './mailbox.ts'
export { type EsmtpParameter, type PathArgument, parsePath } from './path.ts'
