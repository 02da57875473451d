// Signatures of mails: those of an RFC and of another implementation hold, and where one does not it is told why.
import { expect, test } from 'vitest'
import { authorOf, readMessage } from '../../../../electron/engine/diagnose/dkim/raw-message.ts'
import { verifySignatures } from '../../../../electron/engine/diagnose/dkim/verify.ts'
import { createAsker } from '../../../../electron/engine/diagnose/records/asker.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'
import { plainMail, signedMail, signingKey } from '../../../fakes/signed-mail.ts'
import { txt } from './record-cases/record-case.ts'

const now = new Date('2026-06-01T12:00:00Z')

async function verdictsOf(mail: string, keys: Readonly<Record<string, string>>) {
  const answers = Object.fromEntries(Object.entries(keys).map(([name, text]) => [`${name} TXT`, [txt(text)]]))
  const asker = createAsker({ resolver: fakeResolver({ answers }), signal: new AbortController().signal })
  const verified = await verifySignatures(readMessage(Buffer.from(mail, 'latin1')), asker, now)
  return verified.map(({ verdict }) => verdict)
}

/** RFC 8463 App. A */
const example = `DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
 d=football.example.com; i=@football.example.com;
 q=dns/txt; s=brisbane; t=1528637909; h=from : to :
 subject : date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
 Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
 d=football.example.com; i=@football.example.com;
 q=dns/txt; s=test; t=1528637909; h=from : to : subject :
 date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
 DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
 dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
From: Joe SixPack <joe@football.example.com>
To: Suzie Q <suzie@shopping.example.net>
Subject: Is dinner ready?
Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
Message-ID: <20030712040037.46341.5F8J@football.example.com>

Hi.

We lost the game.  Are you hungry yet?

Joe.
`
const exampleKeys = {
  'brisbane._domainkey.football.example.com': 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
  'test._domainkey.football.example.com':
    'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB',
}

test('the example of RFC 8463 holds, by Ed25519 and by RSA', async () => {
  expect(await verdictsOf(example, exampleKeys)).toEqual([
    { kind: 'valid', unsigned: 0 },
    { kind: 'valid', unsigned: 0 },
  ])
})

const key = { 's._domainkey.shop.example': signingKey }
const changed = (from: string | RegExp, to: string) => (mail: string) => mail.replace(from, to)

test.each([
  ['nothing was changed', (mail: string) => mail, { kind: 'valid', unsigned: 0 }],
  ['its file has bare line feeds', changed(/\r\n/g, '\n'), { kind: 'valid', unsigned: 0 }],
  ['spaces that the relaxed form bears were changed', changed('the  game.', 'the game.  '), { kind: 'valid' }],
  ['empty lines were added', (mail: string) => `${mail}\r\n\r\n`, { kind: 'valid' }],
  ['a word of the body is another', changed('lost', 'won'), { kind: 'body-changed', alteration: null }],
  [
    'a footer was added',
    (mail: string) => `${mail}--\r\nSent by a list\r\n`,
    { kind: 'body-changed', alteration: { kind: 'appended', lines: 4, text: '--\r\nSent by a list' } },
  ],
  [
    'a banner was put before it',
    changed('\r\n\r\nHi.', '\r\n\r\n[External]\r\nHi.'),
    { kind: 'body-changed', alteration: { kind: 'prepended', line: 2, text: '[External]' } },
  ],
  ['a dot was lost', changed('\r\n..', '\r\n.'), { kind: 'body-changed', alteration: { kind: 'dots' } }],
  ['its subject is another', changed('dinner', 'lunch'), { kind: 'header-changed' }],
  ['a field that is not signed was added', (mail: string) => `Received: from b\r\n${mail}`, { kind: 'valid' }],
  [
    'a second From was put before it',
    changed('From: Ana', 'From: Eve <eve@x.example>\r\nFrom: Ana'),
    { kind: 'valid' },
  ],
  ['the signature has no domain', changed(/ d=[^;]*;/, ''), { kind: 'form' }],
  ['the signature is not of From', changed(/ h=[^;]*;/, ' h=to;'), { kind: 'form' }],
  ['the signature ended', changed('v=1;', 'v=1; x=1000;'), { kind: 'expired' }],
  ['the signature uses SHA-1', changed('a=rsa-sha256', 'a=rsa-sha1'), { kind: 'form' }],
  ['the signature is of a stranger', changed('v=1;', 'v=1; i=@other.example;'), { kind: 'form' }],
])('when %s', async (_, change, verdict) => {
  expect(await verdictsOf(change(await signedMail()), key)).toMatchObject([verdict])
})

test.each([
  ['there is none', {}, 'key-absent'],
  ['it was revoked', { 's._domainkey.shop.example': 'v=DKIM1; p=' }, 'key-revoked'],
  ['it cannot be read', { 's._domainkey.shop.example': 'v=DKIM1; p=AAAA' }, 'key-unreadable'],
  [
    'it is another one',
    { 's._domainkey.shop.example': signingKey.replace('v=DKIM1;', 'v=DKIM1; h=sha1;') },
    'key-restricted',
  ],
])('of the key it is told that %s', async (_, keys, kind) => {
  expect(await verdictsOf(await signedMail(), keys)).toEqual([{ kind }])
})

test('a mail without a signature has no verdict, and one with a thousand has eight', async () => {
  const many = `DKIM-Signature: v=1\r\n`.repeat(1000) + plainMail
  expect([await verdictsOf(plainMail, key), (await verdictsOf(many, key)).length]).toEqual([[], 8])
})

test('a long body that fits no guess ends quickly', async () => {
  const mail = await signedMail('shop.example', `${plainMail}${'x\r\n'.repeat(300_000)}`)
  expect(await verdictsOf(mail.replace('lost', 'won'), key)).toMatchObject([{ kind: 'body-changed', alteration: null }])
})

test.each([
  ['From: ana@shop.example\r\n\r\n', 'ana@shop.example'],
  ['From: "Ana, <x@y>" (of <z@z>) <ana@shop.example>\r\n\r\n', 'ana@shop.example'],
  ['From: a@b.example\r\nFrom: c@d.example\r\n\r\n', null],
  ['Subject: none\r\n\r\n', null],
])('the author of %j is %s', (mail, author) => {
  expect(authorOf(readMessage(Buffer.from(mail)))).toBe(author)
})
