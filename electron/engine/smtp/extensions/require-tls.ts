// REQUIRETLS (RFC 8689): the mail travels inside checked TLS all the way, or it comes back.
import { type Extension, notOffered, unusable } from './extension.ts'

export const requireTls: Extension = {
  keyword: 'REQUIRETLS',
  rfc: 'RFC 8689 §4',
  asks: ({ wire }) => wire.requireTls,
  mail: () => ['REQUIRETLS'],
  missing: (occasion) => notOffered('REQUIRETLS', occasion),
  // RFC 8689 §4.2.1: the first step must be one of those that it asks for.
  beyond: (occasion) =>
    occasion.isTrusted
      ? null
      : unusable('REQUIRETLS', occasion, 'this session is not inside TLS with a certificate that holds'),
}
