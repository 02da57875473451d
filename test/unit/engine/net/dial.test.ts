import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { createTap, type DialAddress, dial } from '../../../../electron/engine/net/index.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import { memoryRecorder } from '../../../fakes/recorder.ts'
import { rawPeer } from '../../../fakes/scripted-peer.ts'

const four: DialAddress = { address: '127.0.0.1', family: 4 }
const six: DialAddress = { address: '::1', family: 6 }
/** Reserved for documentation (RFC 5737): nobody answers, or the network says that there is no way there. */
const nowhere: DialAddress = { address: '192.0.2.1', family: 4 }

async function tryDial(
  port: number,
  addresses: readonly DialAddress[],
  seconds = 2,
  signal = new AbortController().signal,
) {
  const { recorder, sessions } = memoryRecorder()
  const tap = createTap(recorder.begin('dial'))
  const result = await dial({ host: 'mx.example', port, addresses }, { tap, signal, seconds }).then(
    ({ socket, address }) => {
      socket.destroy()
      return address
    },
    (error: unknown) => failureOf(error, 'connect').kind,
  )
  const events = sessions[0]?.entries.map(({ facts }) => `${facts.address} ${facts.outcome}`)
  return { result, events }
}

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

it('tries IPv6 first, and IPv4 at once when that is refused (RFC 8305 §5)', async () => {
  await using peer = await rawPeer(() => {})
  expect(await tryDial(peer.port, [four, six])).toEqual({
    result: '127.0.0.1',
    events: ['::1 failed', '127.0.0.1 connected'],
  })
})

it('does not wait for an address that stays silent', async () => {
  await using peer = await rawPeer(() => {})
  const { result, events } = await tryDial(peer.port, [nowhere, four])
  expect([result, events?.at(0)?.startsWith('192.0.2.1') || events?.at(-1)?.startsWith('192.0.2.1')]).toEqual([
    '127.0.0.1',
    true,
  ])
})

it('names the failure that says most when all addresses fail', async () => {
  const { result, events } = await tryDial(await closedPort(), [six, four])
  expect([result, events]).toEqual(['connection-refused', ['::1 failed', '127.0.0.1 failed']])
})

it('can be stopped before and while it connects', async () => {
  expect(await tryDial(9, [four], 2, AbortSignal.abort())).toEqual({ result: 'stopped', events: [] })
})
