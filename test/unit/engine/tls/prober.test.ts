// How a scan behaves to a server that does not want it, and to the person who stops it.
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { smtpError } from '../../../../electron/engine/smtp-error.ts'
import type { Opener, ScanEvent } from '../../../../electron/engine/tls/index.ts'
import { rawPeer } from '../../../fakes/scripted-peer.ts'
import { modelServer, type Respond, tlsResponder } from '../../../fakes/tls-responder.ts'
import { patientClock, scanPort, suitesOf, versionsOf } from '../../../fakes/tls-scan.ts'

const today = modelServer({ suites: { 772: [0x1301], 771: [0xc02f, 0xc030] } })
const busy = () => smtpError('service-closing', 'greeting', 'localhost ends the session: 421 too many connections.')

/** Every connection from the first to the last of these numbers is refused. */
const refusing =
  (from: number, to: number) =>
  (connect: Opener): Opener => {
    let count = 0
    return async () => {
      count += 1
      if (count >= from && count <= to) throw busy()
      return connect()
    }
  }

test('a server that has enough of us is given time, and the scan goes on', async () => {
  await using server = await tlsResponder(today)
  const { clock, pauses } = patientClock()
  const { result, events, log } = await scanPort(server.port, { profile: 'standard', clock, open: refusing(4, 5) })
  expect({
    pauses,
    told: events.filter(({ kind }) => kind === 'pause'),
    logged: log.filter((text) => text.includes('enough of us')).length,
    suites: suitesOf(result, 'TLSv1.2').length,
    failure: result.failure,
  }).toEqual({
    pauses: [5, 15],
    told: [
      { kind: 'pause', seconds: 5 },
      { kind: 'pause', seconds: 15 },
    ],
    logged: 2,
    suites: 2,
    failure: null,
  })
})

test('a server that stays closed ends the scan; what was found stays', async () => {
  await using server = await tlsResponder(today)
  const { clock, pauses } = patientClock()
  const { result } = await scanPort(server.port, { clock, open: refusing(4, 1000) })
  expect([pauses, versionsOf(result), result.isComplete, result.failure?.kind]).toEqual([
    [5, 15, 60],
    { 'TLSv1.3': 'yes', 'TLSv1.2': 'yes', 'TLSv1.1': 'no' },
    false,
    'service-closing',
  ])
})

test('who is refused at once is not kept waiting', async () => {
  const { clock, pauses } = patientClock()
  const { result } = await scanPort(1, { clock })
  expect([pauses, result.failure?.kind, result.versions, result.address]).toEqual([[], 'connection-refused', [], null])
})

test('no more connections begin within a minute than are allowed', async () => {
  await using server = await tlsResponder(today)
  const { clock, pauses } = patientClock()
  const { result } = await scanPort(server.port, { profile: 'quick', clock, perMinute: 5 })
  expect(pauses).toEqual(Array(Math.ceil(result.connections / 5) - 1).fill(60))
})

test('a server that takes everything for ever is left after so many connections', async () => {
  const greedy: Respond = (hello, count) =>
    modelServer({ suites: { 771: hello.suites, 770: hello.suites, 769: hello.suites, 768: hello.suites } })(
      hello,
      count,
    )
  await using server = await tlsResponder(greedy)
  const { result } = await scanPort(server.port, { profile: 'standard' })
  expect([result.connections, result.isComplete, result.failure, result.suites[0]?.isComplete]).toEqual([
    250,
    false,
    null,
    false,
  ])
})

test('a port that speaks in plain text is told by its first words', async () => {
  await using peer = await rawPeer((socket) => void socket.write('220 mx.example ESMTP\r\n'))
  const { result } = await scanPort(peer.port)
  const { kind, facts } = result.failure ?? {}
  expect([kind, facts, result.connections]).toEqual([
    'tls-not-spoken',
    { host: 'localhost', port: String(peer.port), server: '220 mx.example ESMTP\r\n' },
    1,
  ])
})

test('plain text once may be an accident; twice in a row it ends the scan', async () => {
  const respond: Respond = (hello, count) =>
    count === 4 || count > 8 ? Buffer.from('421 4.3.2 busy\r\n') : today(hello, count)
  await using server = await tlsResponder(respond)
  const { result } = await scanPort(server.port)
  expect([result.failure?.kind, result.connections]).toEqual(['tls-not-spoken', 10])
})

test('a server that says nothing at all is left after some hellos', async () => {
  await using server = await tlsResponder(() => 'silence')
  const { result } = await scanPort(server.port, { seconds: 0.05 })
  expect([result.failure?.kind, result.connections]).toEqual(['reply-timed-out', 8])
})

test('Stop ends a wait for the server at once', async () => {
  await using server = await tlsResponder(() => 'silence')
  const stop = new AbortController()
  const scanning = scanPort(server.port, { seconds: 1000, signal: stop.signal })
  while (server.heard.length === 0) await pause(1)
  stop.abort()
  const { result } = await scanning
  expect([result.failure?.kind, result.isComplete]).toEqual(['stopped', false])
})

test('Stop ends a pause at once, and keeps what was found', async () => {
  await using server = await tlsResponder(today)
  const stop = new AbortController()
  const { clock } = patientClock()
  const waiting = {
    now: clock.now,
    pause: (_seconds: number, signal: AbortSignal) => pause(1e6, undefined, { signal }).then(() => undefined),
  }
  const onEvent = ({ kind }: ScanEvent) => void (kind === 'pause' && stop.abort())
  const { result } = await scanPort(server.port, { clock: waiting, open: refusing(3, 9), signal: stop.signal, onEvent })
  expect([result.failure?.kind, versionsOf(result)]).toEqual(['stopped', { 'TLSv1.3': 'yes', 'TLSv1.2': 'yes' }])
})

test('Stop while a handshake is gone through with is no end of the scan', async () => {
  await using server = await tlsResponder(today)
  const stop = new AbortController()
  const onEvent = (event: ScanEvent) => void (event.kind === 'step' && event.step === 'completed' && stop.abort())
  const { result } = await scanPort(server.port, { profile: 'standard', signal: stop.signal, onEvent })
  expect([result.failure?.kind, result.isComplete, suitesOf(result, 'TLSv1.2').length]).toEqual(['stopped', false, 2])
})

test('the plan is told before the first connection, and each step with what it cost so far', async () => {
  await using server = await tlsResponder(today)
  const { result, events } = await scanPort(server.port, { profile: 'quick' })
  expect(events[0]).toEqual({ kind: 'plan', plan: { usual: 17, most: 40 } })
  expect(events.slice(1).map((event) => (event.kind === 'step' ? event.step : event.kind))).toEqual([
    'versions',
    'classes',
    'certificates',
    'behaviour',
  ])
  expect(events[1]).toEqual({ kind: 'step', step: 'versions', connections: 0 })
  expect(result.connections).toBe(server.heard.length)
})

test('every answer stands in the log, and the result points at it', async () => {
  await using server = await tlsResponder(today)
  const { result, log } = await scanPort(server.port, { profile: 'quick' })
  const told = result.versions.map(({ entry }) => log[entry ?? -1])
  expect(told).toEqual([
    'Asked for TLSv1.3 with 15 suites: chose TLSv1.3 with TLS_AES_128_GCM_SHA256, and asks for x25519.',
    'Asked for TLSv1.2 with 115 suites: chose TLSv1.2 with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256.',
    'Asked for TLSv1.1 with 39 suites: alert 70 protocol_version.',
    'Asked for TLSv1 with 39 suites: alert 70 protocol_version.',
    'Asked for SSLv3 with 39 suites: alert 70 protocol_version.',
  ])
})
