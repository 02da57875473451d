// Addresses as people type them and as commands carry them.

import { isDnsServer } from '#shared/address/dns-server.ts'
import {
  formatAddress,
  isDomain,
  needsUtf8,
  parseAddress,
  parseMailbox,
  parsePath,
  parseRecipient,
  parseSender,
  splitAddresses,
  toAscii,
  toAsciiDomain,
} from '#shared/address/index.ts'
import { parseMailto } from '#shared/compose/mailto.ts'
import { mailFrom, rcptTo } from '../../../electron/engine/smtp/command.ts'
import { fromXtext, utf8AddressText, xtext } from '../../../electron/engine/smtp/xtext.ts'
import { SmtpError } from '../../../electron/engine/smtp-error.ts'
import { octets } from '../corpus.ts'
import { assert, type Target } from '../target.ts'

export const addresses: Target = {
  name: 'addresses',
  share: 20,
  samples: octets([
    'ana@example.org',
    'Ana Núñez <ana@example.org>',
    '"Núñez, Ana" <ana@example.org>, luis@example.net; "a \\" b"@[192.0.2.1]',
    'postmaster',
    '"quoted local"@example.net',
    'a@[IPv6:2001:db8::1]',
    'josé@españa.example',
    '<ana@example.org> SIZE=12 BODY=8BITMIME AUTH=e+3Dmc2@example.org',
    '<@relay.example:ana@example.org>',
    'mailto:ana@example.org,luis@example.net?subject=Hola%20mundo&body=a%0D%0Ab&cc=x@y.example',
    '[2001:db8::1]:5353',
  ]),
  check(input) {
    const text = input.toString('utf8')
    for (const parse of [parseMailbox, parseSender, parseRecipient]) {
      const parsed = parse(text)
      if (parsed.kind === 'mailbox') checkCommand(toAsciiDomain(parsed.mailbox), needsUtf8(parsed.mailbox))
    }
    checkCommand(text, true)
    for (const piece of splitAddresses(text)) {
      const parsed = parseAddress(piece)
      if (parsed.kind === 'invalid') continue
      const again = parseAddress(formatAddress(parsed.address))
      assert(JSON.stringify(again) === JSON.stringify(parsed), 'an address that is written is read back')
    }
    parsePath(text)
    isDnsServer(text)
    parseMailto(text)
    const ascii = toAscii(text)
    if (isDomain(text)) assert(ascii !== null && /^[\x21-\x7e]*$/.test(ascii), 'a domain has a form in ASCII')
    assert(fromXtext(xtext(text)) === text, 'xtext is read back')
    assert(/^[!-~]*$/.test(utf8AddressText(text)), 'an address of a notice is printable ASCII')
  },
}

/** One line, or a refusal. */
function checkCommand(address: string, mayBeUtf8: boolean): void {
  for (const build of [mailFrom, rcptTo]) {
    try {
      const { wire } = build(address)
      assert(!/[\r\n\0]/.test(wire), 'a command is one line')
      assert(mayBeUtf8 || /^[\x20-\x7e]*$/.test(wire), 'a command without SMTPUTF8 is ASCII')
      assert(/^(MAIL FROM|RCPT TO):<.*>$/u.test(wire), 'a path ends where it ends')
    } catch (error) {
      if (!(error instanceof SmtpError)) throw error
    }
  }
}
