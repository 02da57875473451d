// Servers that refuse and hang up: their refusal is the reason, not that the connection was lost.
import { expect, it, test } from 'vitest'
import { deliver, deliverMany } from '../../../../electron/engine/delivery/index.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, relayAccess, relayOrder } from '../../../fakes/order.ts'
import { rawPeer, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

test.each(['DATA', 'BDAT'])('the refusal of a server that hangs up in the middle of %s is heard', async (verb) => {
  const pieces = [Buffer.alloc(16 * 1024 * 1024, 'x'.repeat(62).concat('\r\n')), Buffer.from('end\r\n')]
  const mail = {
    ...composedMail(),
    size: pieces.reduce((sum, { length }) => sum + length, 0),
    async *open() {
      yield* pieces
    },
  }
  await using peer = await rawPeer((socket) => {
    socket.write('220 mx\r\n')
    socket.on('data', (octets: Buffer) => {
      const said = octets.toString('latin1')
      if (said.includes('xxx')) {
        // No more is read, so that the client is waiting for room when it hears this.
        socket.pause()
        socket.write('552 5.3.4 Too much\r\n', () => socket.resetAndDestroy())
      } else if (/^EHLO/.test(said)) socket.write(verb === 'BDAT' ? '250-mx\r\n250 CHUNKING\r\n' : '250 mx\r\n')
      else if (!/^BDAT/.test(said)) socket.write(/^DATA/.test(said) ? '354 Go ahead\r\n' : '250 OK\r\n')
    })
  })
  const { outcome, recipients, failure } = await deliver(relayOrder(peer.port, { mail }), deliveryTools())
  expect([outcome, recipients[0]?.outcome, failure?.kind, failure?.reply?.code]).toEqual([
    'refused',
    'refused',
    'content-refused',
    552,
  ])
})

it('knows nothing of a mail that stood behind such a refusal', async () => {
  const hello = ['S: 220 mx', 'C: EHLO', 'S: 250-mx', 'S: 250-PIPELINING', 'S: 250 CHUNKING']
  const whole = ['C: MAIL', 'C: RCPT', 'C: BDAT', 'C: Subject', 'C: ', 'C: Hello.']
  await using peer = await scriptedPeer(toScript([...hello, ...whole, 'C: RSET', ...whole, 'S: 550 No', '* hang up']))
  const order = {
    access: relayAccess(peer.port),
    replyTimeout: 5,
    count: 2,
    connections: 1,
    window: 2,
    mayOvertake: true,
  }
  expect(await deliverMany({ ...order, mail: () => composedMail() }, deliveryTools())).toMatchObject({
    sent: 0,
    refused: 1,
    unknown: 1,
    failed: 0,
    failure: { kind: 'sender-refused' },
  })
})
