import { describe, expect, it, test } from 'vitest'
import { needsUtf8, parseMailbox, parseRecipient, parseSender, toAsciiDomain } from '#shared/address/index.ts'

describe('a mailbox', () => {
  test.each([
    ['ana@example.org', 'ana', 'example.org'],
    ["o'neil+tag=x@sub.example.org", "o'neil+tag=x", 'sub.example.org'],
    ['"ana maria"@example.org', '"ana maria"', 'example.org'],
    ['"a@b\\"c"@example.org', '"a@b\\"c"', 'example.org'],
    ['""@example.org', '""', 'example.org'],
    ['ana@[192.0.2.1]', 'ana', '[192.0.2.1]'],
    ['ana@[IPv6:2001:db8::1]', 'ana', '[IPv6:2001:db8::1]'],
    ['ana@localhost', 'ana', 'localhost'],
    ['josé@españa.example', 'josé', 'españa.example'],
    [`${'a'.repeat(64)}@example.org`, 'a'.repeat(64), 'example.org'],
  ])('%s is read', (text, localPart, domain) => {
    expect(parseMailbox(text)).toEqual({ kind: 'mailbox', mailbox: { localPart, domain } })
  })

  test.each([
    ['', 'empty'],
    ['ana', 'no-at-sign'],
    ['@example.org', 'local-part-empty'],
    ['ana@', 'domain-empty'],
    ['ana..maria@example.org', 'local-part-invalid'],
    ['.ana@example.org', 'local-part-invalid'],
    ['ana maria@example.org', 'local-part-invalid'],
    ['ana@b@example.org', 'local-part-invalid'],
    ['<ana@example.org>', 'local-part-invalid'],
    ['"ana@example.org', 'local-part-invalid'],
    ['ana@-example.org', 'domain-invalid'],
    ['ana@example..org', 'domain-invalid'],
    ['ana@exa_mple.org', 'domain-invalid'],
    [`ana@${'a'.repeat(64)}.org`, 'domain-invalid'],
    ['ana@[192.0.2.256]', 'literal-invalid'],
    ['ana@[IPv6:2001:db8::1::]', 'literal-invalid'],
    ['ana@[2001:db8::1]', 'literal-invalid'],
    [`${'a'.repeat(65)}@example.org`, 'local-part-too-long'],
    [`${'é'.repeat(33)}@example.org`, 'local-part-too-long'],
  ])('%j is refused: %s', (text, fault) => {
    expect(parseMailbox(text)).toEqual({ kind: 'invalid', fault })
  })

  const controls = ['\r', '\n', '\0', '\t', '\x1b', '\x7f', '\x85', '\u2028']
  test.each(controls)('with the control character %j is refused wherever it stands', (control) => {
    for (const text of [`a${control}na@example.org`, `ana@exam${control}ple.org`, `"a${control}"@example.org`]) {
      expect(parseMailbox(text)).toEqual({ kind: 'invalid', fault: 'control-character' })
    }
  })
})

it('is null for MAIL FROM alone, and postmaster needs no domain in RCPT TO alone', () => {
  expect(parseSender('')).toEqual({ kind: 'mailbox', mailbox: { localPart: '', domain: '' } })
  expect(parseRecipient('')).toEqual({ kind: 'invalid', fault: 'empty' })
  expect(parseRecipient('Postmaster')).toEqual({ kind: 'mailbox', mailbox: { localPart: 'Postmaster', domain: '' } })
  expect(parseSender('postmaster')).toEqual({ kind: 'invalid', fault: 'no-at-sign' })
})

it('needs SMTPUTF8 for its local part, while its domain becomes A-labels', () => {
  expect(needsUtf8({ localPart: 'josé', domain: 'example.org' })).toBe(true)
  expect(needsUtf8({ localPart: 'jose', domain: 'españa.example' })).toBe(false)
  expect(toAsciiDomain({ localPart: 'jose', domain: 'españa.example' })).toBe('jose@xn--espaa-rta.example')
  expect(toAsciiDomain({ localPart: 'postmaster', domain: '' })).toBe('postmaster')
})
