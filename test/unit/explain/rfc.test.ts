import { expect, test } from 'vitest'
import { rfcLinks, rfcUrl } from '#shared/explain/rfc.ts'

test.each([
  ['RFC 5321 §4.1.1.1', 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1'],
  ['RFC 5321 App. F.1', 'https://www.rfc-editor.org/rfc/rfc5321#appendix-F.1'],
  ['RFC 1985', 'https://www.rfc-editor.org/rfc/rfc1985'],
  ['RFC 5321 §4.5.4.2, RFC 3207', 'https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.2'],
  ['no rule', 'https://www.rfc-editor.org/'],
])('%s is at %s', (reference, url) => {
  expect(rfcUrl(reference)).toBe(url)
})

test('a reference may name several RFCs', () => {
  expect(rfcLinks('RFC 3207 §4, RFC 4954 §6').map(({ label }) => label)).toEqual(['RFC 3207 §4', 'RFC 4954 §6'])
})
