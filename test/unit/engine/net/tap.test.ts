// The one tap: what an entry of the log says, and that what it says can be turned back into octets.
import { expect, it, test } from 'vitest'
import { createTap } from '../../../../electron/engine/net/index.ts'
import { memoryRecorder } from '../../../fakes/recorder.ts'

function tapped() {
  const { recorder, sessions } = memoryRecorder()
  let now = 1_000
  const tap = createTap(recorder.begin('session'), () => now)
  return {
    tap,
    entries: () => sessions[0]?.entries ?? [],
    after(nanoseconds: number) {
      now += nanoseconds
    },
  }
}

it('counts its entries, and tells when each came, how long it took, at which stage, and whether inside TLS', () => {
  const { tap, entries, after } = tapped()
  tap.stage = 'greeting'
  after(50)
  tap.line('server', Buffer.from('220 mx'), 'crlf')
  tap.stage = 'tls'
  tap.isTls = true
  after(7)
  tap.event('tls', 'TLSv1.3.', { version: 'TLSv1.3' })
  tap.stage = 'data'
  tap.body('client', 'Subject: Hello', 1000, { octets: 998 })
  expect(entries()).toEqual([
    {
      index: 0,
      time: 50,
      pause: 50,
      isTls: false,
      stage: 'greeting',
      direction: 'server',
      kind: 'line',
      text: '220 mx',
      encoding: 'utf8',
      ending: 'crlf',
      bytes: 8,
      facts: {},
    },
    {
      index: 1,
      time: 57,
      pause: 7,
      isTls: true,
      stage: 'tls',
      direction: 'event',
      kind: 'tls',
      text: 'TLSv1.3.',
      encoding: 'utf8',
      ending: 'none',
      bytes: 0,
      facts: { version: 'TLSv1.3' },
    },
    {
      index: 2,
      time: 57,
      pause: 0,
      isTls: true,
      stage: 'data',
      direction: 'client',
      kind: 'body',
      text: 'Subject: Hello',
      encoding: 'utf8',
      ending: 'none',
      bytes: 1000,
      facts: { octets: 998 },
    },
  ])
})

it('records what may be shown in place of a secret, and counts the octets that were sent', () => {
  const { tap, entries } = tapped()
  tap.line('client', Buffer.from('AUTH PLAIN AGFuYQBzM2NyZXQ='), 'crlf', 'AUTH PLAIN [ana, password hidden]')
  expect([entries()[0]?.text, entries()[0]?.bytes, JSON.stringify(entries()).includes('AGFu')]).toEqual([
    'AUTH PLAIN [ana, password hidden]',
    29,
    false,
  ])
})

it('hands the line itself to whoever keeps what is hidden, and to nobody where nothing is', () => {
  const concealed: [index: number, line: string][] = []
  const { recorder } = memoryRecorder()
  const tap = createTap({ ...recorder.begin('session'), conceal: (...line) => void concealed.push(line) })
  tap.line('client', 'EHLO me', 'crlf')
  tap.line('client', 'AUTH PLAIN AGFuYQBzM2NyZXQ=', 'crlf', 'AUTH PLAIN [hidden]')
  tap.line('server', Buffer.from('535 No «AGFuYQBzM2NyZXQ=»'), 'crlf', '535 No «[hidden]»')
  expect(concealed).toEqual([
    [1, 'AUTH PLAIN AGFuYQBzM2NyZXQ='],
    [2, '535 No «AGFuYQBzM2NyZXQ=»'],
  ])
})

test.each([
  ['250 Español ✓', 'utf8'],
  ['250 \xff\xf1\0', 'latin1'],
])('%j can be turned back into its octets', (text, encoding) => {
  const { tap, entries } = tapped()
  const octets = Buffer.from(text, encoding === 'utf8' ? 'utf8' : 'latin1')
  tap.line('server', octets, 'lf')
  const [entry] = entries()
  expect([entry?.encoding, Buffer.from(entry?.text ?? '', entry?.encoding).equals(octets), entry?.bytes]).toEqual([
    encoding,
    true,
    octets.length + 1,
  ])
})
