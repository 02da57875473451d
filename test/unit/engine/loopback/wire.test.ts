import { duplexPair } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { limits } from '../../../../electron/engine/loopback/limits.ts'
import { replies } from '../../../../electron/engine/loopback/replies.ts'
import { Wire } from '../../../../electron/engine/loopback/wire.ts'
import { createTap } from '../../../../electron/engine/net/tap.ts'

function createPair(signal = new AbortController().signal) {
  const [client, channel] = duplexPair()
  const tap = createTap({ id: '1', add: () => {}, end: () => {} })
  return { client, channel, wire: new Wire(channel, { tap, limits, delay: 0, signal }) }
}

async function severalTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
}

describe('the wire', () => {
  it('leaves with the client what nobody asked for', async () => {
    const { client, channel, wire } = createPair()
    let taken = 0
    for (let block = 0; block < 20; block += 1) client.write(Buffer.alloc(100_000), () => (taken += 1))
    await severalTurns()
    expect([taken < 5, channel.readableLength < 500_000]).toEqual([true, true])
    let octets = 0
    while (octets < 2_000_000) octets += (await wire.block(1000)).length
    expect(octets).toBe(2_000_000)
    wire.drop()
  })

  it('writes several replies at once', async () => {
    const { client, wire } = createPair()
    const blocks: string[] = []
    client.on('data', (octets: Buffer) => blocks.push(octets.toString()))
    for (const reply of [replies.senderTaken, replies.recipientTaken]) wire.say(reply)
    await wire.flush()
    await severalTurns()
    expect(blocks).toEqual(['250 2.1.0 Sender taken\r\n250 2.1.5 Recipient taken\r\n'])
    wire.drop()
  })

  it.each([
    ['in time', 10, 'timed-out'],
    ['before the server stops', 60_000, 'stopped'],
  ] as const)('gives up on a client that says nothing %s', async (_when, time, kind) => {
    const stopping = new AbortController()
    const { wire } = createPair(stopping.signal)
    const waiting = wire.line(100, time)
    if (kind === 'stopped') stopping.abort()
    await expect(waiting).rejects.toMatchObject({ kind })
    wire.drop()
  })
})
