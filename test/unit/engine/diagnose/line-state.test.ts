import { expect, test } from 'vitest'
import { lineState } from '../../../../electron/engine/diagnose/checks/line-state.ts'

const line = 'y'.repeat(1200)
const encoded = (encoding: string, body: string) => `Content-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n.\r\n`

test.each([
  ['kept', encoded('8bit', line)],
  ['wrapped', encoded('8bit', line.replace(/.{998}/, '$&\r\n '))],
  ['wrapped', encoded('8bit', line.replace(/.{76}/g, '$&\r\n'))],
  ['recoded', encoded('quoted-printable', line.replace(/.{75}/g, '$&=\r\n'))],
  ['recoded', encoded('BASE64', Buffer.from(`a\r\n${line}`).toString('base64').replace(/.{76}/g, '$&\r\n'))],
  ['damaged', encoded('8bit', line.slice(0, 998))],
  ['damaged', encoded('base64', 'AAAA')],
] as const)('a long line is %s', (state, wire) => {
  expect(lineState(Buffer.from(wire), line)).toBe(state)
})
