// Every file in test/transcripts that is a session of the client, replayed whole and octet by octet.
import { beforeAll, describe, expect, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { type Issued, issue } from '../../../fakes/certificates.ts'
import { endOf, goldenSessions } from '../../../fakes/golden-sessions.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { transcriptOf } from '../../../fakes/recorder.ts'
import { scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { readTranscript, toScript } from '../../../fakes/transcript.ts'

let identity: Issued
beforeAll(async () => {
  identity = await issue({ name: 'mx', names: ['127.0.0.1'] })
})

describe.each(['lines', 'octets'] as const)('replayed by %s', (cut) => {
  test.each(goldenSessions)('%s', async (file, order, outcome, failure, recipients) => {
    const lines = readTranscript(file)
    await using peer = await scriptedPeer(toScript(lines), { cut, identity })
    const tools = deliveryTools()
    const certificate = { pin: null, authorities: identity.certificate, name: null }
    const receipt = await deliver(relayOrder(peer.port, { ...order, access: { certificate, ...order.access } }), tools)

    const said = tools.sessions.flatMap(({ entries }) => transcriptOf(entries))
    expect(said.map(withoutOwnEnd)).toEqual(lines.filter((line) => !/^\* (connect|hang up)/.test(line)))
    expect(endOf(receipt)).toEqual({ outcome, failure, recipients })
    expect(JSON.stringify([receipt, tools.sessions])).not.toMatch(/s3cret|czNjcmV0/)
  })
})

/** Octets that were typed are shown as they were typed, escapes and all. */
const withoutOwnEnd = (line: string): string => line.replace(/\\r\\n$/, '')
