// Who a raw mail is for when nobody says so: its headers, with groups and quotes (RFC 5322 §3.4), in a time that grows with their length.
import { expect, test } from 'vitest'
import { composeRawMail } from '../../../../electron/engine/mail/index.ts'

async function recipientsOf(to: string): Promise<string[]> {
  const octets = Buffer.from(`From: ana@example.org\r\nTo: ${to}\r\n\r\nHello.\r\n`)
  const { envelope } = await composeRawMail(async function* () {
    yield octets
  }, null)
  return envelope.to
}

test.each([
  ['luis@example.net', ['luis@example.net']],
  ['friends: luis@example.net, Eva <eva@example.net>;', ['luis@example.net', 'eva@example.net']],
  [
    'luis@example.net, friends: eva@example.net;, last@example.net',
    ['luis@example.net', 'eva@example.net', 'last@example.net'],
  ],
  ['"Núñez, Luis: the ;one" <luis@example.net>', ['luis@example.net']],
  ['"a \\" b": luis@example.net;', ['luis@example.net']],
  ['My "old" friends: luis@example.net;', ['luis@example.net']],
])('%s', async (to, recipients) => {
  expect(await recipientsOf(to)).toEqual(recipients)
})

test('a name of a million characters is read at once', async () => {
  const name = 'x'.repeat(1_000_000)
  expect(await recipientsOf(`${name} <luis@example.net>`)).toEqual(['luis@example.net'])
})
