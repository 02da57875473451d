import { describe, expect, it } from 'vitest'
import { readRecipient, readSender } from '../../../../electron/engine/loopback/envelope.ts'

const inWords = (read: ReturnType<typeof readSender> | ReturnType<typeof readRecipient>): string =>
  read.kind === 'refused' ? `${read.reply.code} ${read.reply.enhanced}` : read.address

describe('the argument of MAIL', () => {
  it.each([
    ['FROM:<a@b.test>', 'a@b.test'],
    ['from:<>', ''],
    ['FROM: <a@b.test>', 'a@b.test'],
    ['FROM:<"a b"@b.test>', '"a b"@b.test'],
    ['FROM:<@relay.test:a@b.test>', 'a@b.test'],
    ['FROM:<a@[192.0.2.1]>', 'a@[192.0.2.1]'],
    ['FROM:<a@b.test> SIZE=1000 BODY=8BITMIME AUTH=<>', 'a@b.test'],
    ['FROM:<a@b.test> body=7bit size=0 AUTH=e+3Dmc2@b.test', 'a@b.test'],
    ['FROM:<ñ@b.test> SMTPUTF8', 'ñ@b.test'],
    ['FROM:<ñ@b.test>', '553 5.6.7'],
    ['FROM:<a@b.test> SIZE=67108865', '552 5.3.4'],
    ['FROM:<a@b.test> SIZE=99999999999999999999', '552 5.3.4'],
    ['FROM:<a@b.test> SIZE=', '501 5.5.2'],
    ['FROM:<a@b.test> SIZE', '501 5.5.4'],
    ['FROM:<a@b.test> BODY=BINARYMIME', '501 5.5.4'],
    ['FROM:<a@b.test> SMTPUTF8=yes', '501 5.5.4'],
    ['FROM:<a@b.test> AUTH=+zz', '501 5.5.4'],
    ['FROM:<a@b.test> RET=FULL', '555 5.5.4'],
    ['FROM:<a@b.test>SIZE=1', '501 5.5.2'],
    ['FROM:a@b.test', '501 5.5.2'],
    ['FROM', '501 5.5.2'],
    ['TO:<a@b.test>', '501 5.5.2'],
    ['FROM:<a>', '501 5.1.7'],
    ['FROM:<a@b@c>', '501 5.1.7'],
    ['FROM:<postmaster>', '501 5.1.7'],
    ['FROM:<550-5.7.1@b.test>', '550 5.7.1'],
  ])('reads %s as %s', (argument, expected) => {
    expect(inWords(readSender(argument, true))).toBe(expected)
  })

  it('takes no parameters after HELO', () => {
    expect(inWords(readSender('FROM:<a@b.test> SIZE=1', false))).toBe('555 5.5.4')
    expect(inWords(readSender('FROM:<a@b.test>', false))).toBe('a@b.test')
  })
})

describe('the argument of RCPT', () => {
  it.each([
    ['TO:<a@b.test>', 'a@b.test'],
    ['TO:<Postmaster>', 'Postmaster'],
    ['TO:<@x.test,@y.test:a@b.test>', 'a@b.test'],
    ['TO:<>', '501 5.1.3'],
    ['TO:<a>', '501 5.1.3'],
    ['TO:<a@b.test> NOTIFY=NEVER', '555 5.5.4'],
    ['TO:<ñ@b.test>', '553 5.6.7'],
    ['TO:<a@ñ.test>', '553 5.6.7'],
  ])('reads %s as %s', (argument, expected) => {
    expect(inWords(readRecipient(argument, false))).toBe(expected)
  })

  it('takes an address in UTF-8 when MAIL asked for SMTPUTF8', () => {
    expect(inWords(readRecipient('TO:<ñandú@ñ.test>', true))).toBe('ñandú@ñ.test')
  })

  it.each([
    ['550', '550 5.1.1 Mailbox not known (asked for by the address)'],
    ['550-5.1.1', '550 5.1.1 Mailbox not known (asked for by the address)'],
    ['450-4.2.2', '450 4.2.2 Mailbox not available just now (asked for by the address)'],
    ['452', '452 4.2.2 Not enough room (asked for by the address)'],
    ['421', '421 4.3.2 Service not available: closing (asked for by the address)'],
    ['499', '499 4.0.0 Refused (asked for by the address)'],
    ['550-5.7.26-no-dmarc-pass', '550 5.7.26 no dmarc pass (asked for by the address)'],
    ['552-quota', '552 5.2.2 quota (asked for by the address)'],
    ['250', null],
    ['5500', null],
    ['x550', null],
    ['550.a', null],
  ])('is refused as the local part %s asks: %s', (localPart, expected) => {
    const read = readRecipient(`TO:<${localPart}@anything.test>`, false)
    const said = read.kind === 'refused' ? `${read.reply.code} ${read.reply.enhanced} ${read.reply.text}` : null
    expect(said).toBe(expected)
  })
})
