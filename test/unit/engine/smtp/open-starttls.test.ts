import { once } from 'node:events'
import { expect, test } from 'vitest'
import { createTap } from '../../../../electron/engine/net/index.ts'
import { openStarttls, timeLimits } from '../../../../electron/engine/smtp/index.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import { memoryRecorder, transcriptOf } from '../../../fakes/recorder.ts'
import { rawPeer } from '../../../fakes/scripted-peer.ts'
import { type FrontOptions, starttlsFront } from '../../../fakes/starttls-front.ts'

function opener(port: number, signal = new AbortController().signal) {
  const { recorder, sessions } = memoryRecorder()
  const addresses = [{ address: '127.0.0.1', family: 4 as const }]
  const target = { host: 'mx.example', port, addresses, ehloName: 'me.example', limits: timeLimits(5) }
  const open = openStarttls(target, { tap: createTap(recorder.begin('scan')), signal })
  return { open, transcript: () => transcriptOf(sessions[0]?.entries ?? []) }
}

/** A TLS port that says what it hears. */
const echo = () => rawPeer((socket) => void socket.pipe(socket))

async function failing(options: FrontOptions) {
  await using tls = await echo()
  await using front = await starttlsFront(tls.port, options)
  const { open } = opener(front.port)
  const failure = await open().then(
    () => null,
    (error: unknown) => failureOf(error, 'tls'),
  )
  return [failure?.kind, front.heard[0]]
}

test('behind the 220 the socket is the caller’s, octet by octet', async () => {
  await using tls = await echo()
  await using front = await starttlsFront(tls.port)
  const { open, transcript } = opener(front.port)
  const socket = await open()
  socket.resume().write(Buffer.from([22, 3, 1, 0, 1, 255]))
  const [echoed] = await once(socket, 'data')
  socket.destroy()
  expect([[...echoed], transcript()]).toEqual([
    [22, 3, 1, 0, 1, 255],
    [
      'S: 220 mx.example ESMTP',
      'C: EHLO me.example',
      'S: 250-mx.example',
      'S: 250 STARTTLS',
      'C: STARTTLS',
      'S: 220 Go ahead',
    ],
  ])
})

test.each<[string, FrontOptions, string, readonly string[]]>([
  ['it is too busy to greet', { greeting: '421 4.7.0 too many connections' }, 'greeting-refused', []],
  ['it is too busy after EHLO', { hello: '421 4.7.0 too many errors' }, 'service-closing', ['EHLO me.example']],
  ['it refuses our name', { hello: '550 5.7.1 go away' }, 'hello-refused', ['EHLO me.example', 'QUIT']],
  [
    'it knows no STARTTLS',
    { ready: '502 5.5.1 not implemented' },
    'starttls-not-offered',
    ['EHLO me.example', 'STARTTLS', 'QUIT'],
  ],
  [
    'its TLS is broken',
    { ready: '454 4.7.0 not available' },
    'starttls-refused',
    ['EHLO me.example', 'STARTTLS', 'QUIT'],
  ],
  [
    'something came in plain text behind the 220',
    { ready: '220 Go ahead\r\n250 injected' },
    'starttls-injection',
    ['EHLO me.example', 'STARTTLS'],
  ],
])('no socket where %s; it is left politely', async (_, options, kind, heard) => {
  const [failed, lines] = await failing(options)
  expect([failed, lines]).toEqual([kind, heard])
})

test('where PIPECONNECT was seen, EHLO is said before the greeting, from the second connection on', async () => {
  await using tls = await echo()
  const hello = '250-mx.example\r\n250-PIPECONNECT\r\n250 STARTTLS'
  await using front = await starttlsFront(tls.port, { hello, waitsForHello: (connection) => connection > 1 })
  const { open } = opener(front.port)
  for (const socket of [await open(), await open()]) socket.destroy()
  expect(front.heard).toEqual([
    ['EHLO me.example', 'STARTTLS'],
    ['EHLO me.example', 'STARTTLS'],
  ])
})

test('Stop ends the wait for a greeting at once', async () => {
  await using silent = await rawPeer(() => stop.abort())
  const stop = new AbortController()
  const { open } = opener(silent.port, stop.signal)
  await expect(open()).rejects.toMatchObject({ failure: { kind: 'stopped' } })
})
