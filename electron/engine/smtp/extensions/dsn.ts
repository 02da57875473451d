// DSN (RFC 3461): which notices the sender wants, and what they are to say.
import { isAscii } from '#shared/address/index.ts'
import { utf8AddressText, xtext } from '../xtext.ts'
import type { Extension } from './extension.ts'

export const dsn: Extension = {
  keyword: 'DSN',
  rfc: 'RFC 3461 §4',
  asks: ({ wire: { dsn: wish } }) =>
    wish.notify.length > 0 || [wish.ret, wish.envid, wish.orcpt].some((one) => one !== null),
  mail: ({ wire: { dsn: wish } }) => [
    ...(wish.ret === null ? [] : [`RET=${wish.ret}`]),
    ...(wish.envid === null ? [] : [`ENVID=${xtext(wish.envid)}`]),
  ],
  rcpt: ({ wire: { dsn: wish } }, recipient) => [
    ...(wish.notify.length === 0 ? [] : [`NOTIFY=${wish.notify.join(',')}`]),
    ...(wish.orcpt === null ? [] : [`ORCPT=${originalRecipient(wish.orcpt, recipient)}`]),
  ],
  loss: 'no notice of delivery is asked for',
}

/** RFC 3461 §4.2: `type;address`; RFC 6533 §3 has a type of its own for addresses beyond ASCII. */
function originalRecipient(wish: string, recipient: string): string {
  const [type, address] = wish === 'recipient' ? ['rfc822', recipient] : divided(wish)
  if (type.toLowerCase() === 'utf-8' || (type === 'rfc822' && !isAscii(address)))
    return `utf-8;${utf8AddressText(address)}`
  return `${type};${xtext(address)}`
}

function divided(text: string): [type: string, address: string] {
  const end = text.indexOf(';')
  return [text.slice(0, end), text.slice(end + 1)]
}
