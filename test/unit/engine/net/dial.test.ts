import { describe, expect, it } from 'vitest'
import { createTap, type DialAddress, dial } from '../../../../electron/engine/net/index.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import { closedPort } from '../../../fakes/closed-port.ts'
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

describe('from a chosen address', () => {
  const tryFrom = async (localAddress: string, addresses: readonly DialAddress[]) => {
    const clients: string[] = []
    await using peer = await rawPeer((socket) => clients.push(socket.remoteAddress ?? ''))
    const { recorder, sessions } = memoryRecorder()
    const tools = { tap: createTap(recorder.begin('dial')), signal: new AbortController().signal, seconds: 2 }
    const target = { host: 'mx.example', port: peer.port, addresses, localAddress }
    const failure = await dial(target, tools).then(
      async ({ socket }) => {
        await new Promise((resolve) => socket.once('close', resolve).end().resume())
        return null
      },
      (error: unknown) => failureOf(error, 'connect'),
    )
    const notes = sessions[0]?.entries.filter(({ kind }) => kind === 'note').map(({ text }) => text)
    return { clients, notes, failure: failure && `${failure.kind}: ${failure.facts.ip} ${failure.facts.reason}` }
  }

  it('the server sees that address, and addresses of the other family are left out', async () => {
    expect(await tryFrom('127.0.0.7', [six, four])).toEqual({
      clients: ['127.0.0.7'],
      notes: ['Not from 127.0.0.7: ::1, of another family.'],
      failure: null,
    })
  })

  it('a server without an address of that family cannot be reached', async () => {
    expect(await tryFrom('::1', [four])).toMatchObject({
      clients: [],
      failure: 'local-address-unusable: ::1 mx.example has no IPv6 address',
    })
  })

  it('an address that this computer does not have is named', async () => {
    expect(await tryFrom('192.0.2.77', [four])).toMatchObject({
      clients: [],
      failure: 'local-address-unusable: 192.0.2.77 this computer has no such address',
    })
  })
})
