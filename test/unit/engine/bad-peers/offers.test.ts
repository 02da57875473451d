// Strange answers to EHLO: what makes no sense limits nothing and offers nothing, and every word of it is kept.
import { expect, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const mail = ['C: RCPT', 'S: 250', 'C: DATA', 'S: 354', 'C: Subject: Hello', 'C: ', 'C: Hello.', 'C: .', 'S: 250 OK']
const usual = 'MAIL FROM:<ana@example.org>'
const withSize = `${usual} SIZE=26`

const x10k = 'x'.repeat(10_240)

test.each<[name: string, lines: string[], said: string, kept: object[]]>([
  ['SIZE 0', ['SIZE 0'], withSize, [{ keyword: 'SIZE', parameters: ['0'] }]],
  ['SIZE of 30 digits', [`SIZE ${'9'.repeat(30)}`], withSize, [{ keyword: 'SIZE', parameters: ['9'.repeat(30)] }]],
  ['SIZE without a figure', ['SIZE'], withSize, [{ keyword: 'SIZE', parameters: [] }]],
  ['a keyword of 10 KB', [`X${x10k} y`], usual, [{ keyword: `X${x10k}`, parameters: ['y'] }]],
  ['a parameter of 10 KB', [`SIZE ${x10k}`], withSize, [{ keyword: 'SIZE', parameters: [x10k] }]],
  [
    'five hundred keywords',
    Array.from({ length: 500 }, (_, index) => `X${index}`),
    usual,
    Array.from({ length: 500 }, (_, index) => ({ keyword: `X${index}`, parameters: [] })),
  ],
  [
    'names of what every object has',
    ['constructor', '__proto__ toString', 'LIMITS __proto__=1 RCPTMAX=-1 MAILMAX=0'],
    usual,
    [
      { keyword: 'constructor', parameters: [] },
      { keyword: '__proto__', parameters: ['toString'] },
      { keyword: 'LIMITS', parameters: ['__proto__=1', 'RCPTMAX=-1', 'MAILMAX=0'] },
    ],
  ],
  ['nothing but blanks', ['   ', '\t'], usual, []],
  [
    'keywords beyond ASCII, and controls',
    ['ÑANDÚ ✓', 'X\0Y \x1b[31m'],
    usual,
    [
      { keyword: 'ÑANDÚ', parameters: ['✓'] },
      { keyword: 'X\0Y', parameters: ['\x1b[31m'] },
    ],
  ],
  [
    'the same keyword several times',
    ['SIZE 1000', 'SIZE 10', 'size 5'],
    withSize,
    [
      { keyword: 'SIZE', parameters: ['1000'] },
      { keyword: 'SIZE', parameters: ['10'] },
      { keyword: 'size', parameters: ['5'] },
    ],
  ],
])('%s', async (_, lines, said, kept) => {
  const ehlo = ['SIZE 1 PIPELINING', ...lines].map(
    (text, index, all) => `S: 250${index === all.length - 1 ? ' ' : '-'}${text}`,
  )
  const script = ['S: 220 mx', 'C: EHLO', ...ehlo, 'C: MAIL', 'S: 250', ...mail, 'C: QUIT', 'S: 221 Bye']
  await using peer = await scriptedPeer(toScript(script))
  const { outcome, capabilities } = await deliver(relayOrder(peer.port, { replyTimeout: 20 }), deliveryTools())
  expect({ outcome, capabilities, said: peer.received[1] }).toEqual({ outcome: 'accepted', capabilities: kept, said })
})
