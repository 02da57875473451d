import { expect, it } from 'vitest'
import { checkAccess, deliverMany } from '../../../../electron/engine/delivery/index.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, relayAccess } from '../../../fakes/order.ts'
import { scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const hello = ['S: 220 mx', 'C: EHLO', 'S: 250 mx']
const mail = (reply: string) => [
  'C: MAIL',
  'S: 250',
  'C: RCPT',
  'S: 250',
  'C: DATA',
  'S: 354',
  'C: Subject',
  'C: ',
  'C: Hello.',
  'C: .',
  `S: ${reply}`,
]
const bye = ['C: QUIT', 'S: 221 Bye']

const send = async (lines: readonly string[], count: number, connections = 1) => {
  await using peer = await scriptedPeer(toScript(lines))
  const order = {
    access: relayAccess(peer.port),
    replyTimeout: 5,
    count,
    connections,
    mayOvertake: true,
    mail: () => composedMail(),
  }
  const { sent, refused, unknown, failed, failure, ...rest } = await deliverMany(order, deliveryTools())
  return { figures: { sent, refused, unknown, failed }, connections: rest.connections, failure: failure?.kind ?? null }
}

it('sends several mails on one connection, with RSET after a refused one', async () => {
  const lines = [...hello, ...mail('250 1'), ...mail('554 No'), 'C: RSET', 'S: 250', ...mail('250 3'), ...bye]
  expect(await send(lines, 3)).toEqual({
    figures: { sent: 2, refused: 1, unknown: 0, failed: 0 },
    connections: 1,
    failure: 'content-refused',
  })
})

it('opens another connection where the server ends one, and says which mail is uncertain', async () => {
  const lines = [...hello, ...mail('250 1').slice(0, -1), '* hang up', '* connect', ...hello, ...mail('250 2'), ...bye]
  expect(await send(lines, 2)).toEqual({
    figures: { sent: 1, refused: 0, unknown: 1, failed: 0 },
    connections: 1,
    failure: 'outcome-unknown',
  })
})

it('shares the mails among connections, no more of them than mails', async () => {
  const one = [...hello, ...mail('250 OK'), ...bye]
  expect(await send([...one, '* connect', ...one], 2, 5)).toEqual({
    figures: { sent: 2, refused: 0, unknown: 0, failed: 0 },
    connections: 2,
    failure: null,
  })
})

it('gives up when the server cannot be reached, and counts the rest as failed', async () => {
  expect(await send(['S: 554 No', ...bye], 50)).toEqual({
    figures: { sent: 0, refused: 0, unknown: 0, failed: 50 },
    connections: 1,
    failure: 'greeting-refused',
  })
})

it('checks a profile up to its login, and QUITs', async () => {
  const login = { user: 'ana', mechanism: 'automatic', allowPlaintext: true } as const
  const lines = ['S: 220 mx', 'C: EHLO', 'S: 250-mx', 'S: 250 AUTH PLAIN', 'C: AUTH', 'S: 235 OK', ...bye]
  await using peer = await scriptedPeer(toScript(lines))
  const receipt = await checkAccess(relayAccess(peer.port, { login, secret: 's3cret' }), deliveryTools(), {
    replyTimeout: 5,
  })
  const { timings, server, ...rest } = receipt
  expect(rest).toEqual({
    outcome: 'checked',
    capabilities: [{ keyword: 'AUTH', parameters: ['PLAIN'] }],
    auth: { mechanism: 'PLAIN' },
    recipients: [],
    failure: null,
    messageId: null,
    bytes: 0,
    transcripts: ['session-1'],
  })
  expect(Object.keys(timings)).toEqual(['dns', 'connect', 'greeting', 'ehlo', 'auth', 'total'])
  expect(server).toEqual({ host: '127.0.0.1', address: '127.0.0.1', port: peer.port, tls: null })
})
