import { expect, it } from 'vitest'
import { connect, createTap, straight } from '../../../../electron/engine/net/index.ts'
import {
  askEtrn,
  askExpn,
  askHelp,
  askLine,
  askNoop,
  askOctets,
  askRset,
  askVrfy,
  leave,
  nothingKnown,
  openSession,
  timeLimits,
} from '../../../../electron/engine/smtp/index.ts'
import { deliveryTools } from '../../../fakes/order.ts'
import { scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

it('asks single things between mails, and gives back what the server says', async () => {
  const lines = ['C: NOOP', 'S: 250 OK', 'C: VRFY ana', 'S: 252 2.5.0 Perhaps', 'C: RSET', 'S: 250 Reset']
  const more = ['C: EXPN all', 'S: 502 No', 'C: HELP MAIL', 'S: 214 Ask', 'C: ETRN @a.example', 'S: 250 Begun']
  const free = ['C: XYZZY', 'S: 500 What?', 'C: \0', 'S: 500 What?', 'C: NOOP', 'S: 250 OK']
  await using peer = await scriptedPeer(
    toScript(['S: 220 mx', 'C: EHLO', 'S: 250 mx', ...lines, ...more, ...free, 'C: QUIT', 'S: 221 Bye']),
  )
  const { recorder, resolver, signal } = deliveryTools()
  const tools = { tap: createTap(recorder.begin('talk')), signal, onStage: () => {} }
  const limits = timeLimits(5)
  const target = { host: '127.0.0.1', port: peer.port, seconds: limits.connect, way: straight }
  const plan = {
    way: straight,
    security: 'none',
    certificate: { name: '127.0.0.1', pin: null, authorities: null },
    trust: 'required',
    login: null,
    ehloName: null,
    stopAfter: null,
    limits,
  } as const
  const session = await openSession(plan, () => connect(target, resolver.addresses, tools), nothingKnown())
  if (session === null) throw new Error('The session was not opened.')
  const replies = [
    await askNoop(session),
    await askVrfy(session, 'ana'),
    await askRset(session),
    await askExpn(session, 'all'),
    await askHelp(session, 'MAIL'),
    await askEtrn(session, '@a.example'),
    await askLine(session, 'XYZZY'),
    ...(await askOctets(session, '\\0\\r\\nNOOP\\r\\n')),
  ]
  await leave(session.connection, limits, null)
  expect(replies.map(({ code }) => code)).toEqual([250, 252, 250, 502, 214, 250, 500, 500, 250])
  expect(peer.received).toEqual([
    'EHLO [127.0.0.1]',
    ...[...lines, ...more, ...free].filter((line) => line.startsWith('C:')).map((line) => line.slice(3)),
    'QUIT',
  ])
})
