import { expect, it } from 'vitest'
import type { Answer } from '#shared/values/question.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { askServer } from '../../../../electron/engine/delivery/index.ts'
import { deliveryTools, relayAccess } from '../../../fakes/order.ts'
import { scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const greeted = ['S: 220 mx', 'C: EHLO', 'S: 250 mx']

async function ask(script: readonly string[], texts: readonly string[], isExact = false, wire = defaultWire) {
  await using peer = await scriptedPeer(toScript([...(wire === defaultWire ? greeted : []), ...script]))
  const answers: Answer[] = []
  const tools = { ...deliveryTools(), onAnswer: (answer: Answer) => answers.push(answer) }
  const questions = texts.map((text) => ({ text, isExact }))
  const receipt = await askServer({ access: relayAccess(peer.port), questions, replyTimeout: 2, wire }, tools)
  await peer.allClosed()
  const told = answers.map(({ question, replies }) => [question, ...replies.map(({ code }) => code)])
  const log = tools.sessions.flatMap(({ entries }) => entries.map(({ text }) => text))
  return { told, outcome: receipt.outcome, kind: receipt.failure?.kind, received: peer.received, log }
}

it('asks one thing after the other, whatever the answers say, and leaves', async () => {
  const script = ['C: VRFY ana', 'S: 252 2.5.0 Perhaps', 'C: EXPN all', 'S: 502 No', 'C: QUIT', 'S: 221 Bye']
  expect(await ask(script, ['VRFY ana', 'EXPN all'])).toMatchObject({
    told: [
      ['VRFY ana', 252],
      ['EXPN all', 502],
    ],
    outcome: 'checked',
    received: ['EHLO client.example', 'VRFY ana', 'EXPN all', 'QUIT'],
  })
})

it('speaks and leaves as it is told', async () => {
  const script = ['S: 220 mx', 'C: LHLO', 'S: 250 mx', 'C: VRFY ana', 'S: 252 Perhaps']
  const wire = { ...defaultWire, protocol: 'lmtp', leave: 'drop' } as const
  expect(await ask(script, ['VRFY ana'], false, wire)).toMatchObject({
    told: [['VRFY ana', 252]],
    received: ['LHLO client.example', 'VRFY ana'],
  })
})

it('says octets as they are, and gives back each reply', async () => {
  const script = ['C: \0', 'S: 500 What?', 'C: NOOP', 'S: 250 OK', 'C: QUIT', 'S: 221 Bye']
  expect((await ask(script, ['\\0\\r\\nNOOP\\r\\n'], true)).told).toEqual([['\\0\\r\\nNOOP\\r\\n', 500, 250]])
})

it('hangs up in the middle of a mail, where QUIT would be part of it', async () => {
  const { received } = await ask(['C: DATA', 'S: 354 Go on'], ['DATA'])
  expect(received).toEqual(['EHLO client.example', 'DATA'])
})

it('shows nothing of a login that somebody types', async () => {
  const script = ['C: AUTH PLAIN AGFuYQBzM2NyZXQ=', 'S: 535 No', 'C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: YW5hMTIz']
  const { told, log } = await ask(
    [...script, 'S: 535 YW5hMTIz is wrong', 'C: QUIT', 'S: 221 Bye'],
    ['AUTH PLAIN AGFuYQBzM2NyZXQ=', 'AUTH LOGIN', 'YW5hMTIz'],
  )
  expect(told.map(([question]) => question)).toEqual(['AUTH PLAIN [hidden]', 'AUTH LOGIN', '[hidden]'])
  expect(log.join('\n')).not.toMatch(/AGFuYQBzM2NyZXQ=|YW5hMTIz/)
})

it('tells which question a server hung up at', async () => {
  expect(await ask(['C: NOOP', 'S: 250 OK', 'C: HELP', 'S: 421 Enough'], ['NOOP', 'HELP'])).toMatchObject({
    told: [['NOOP', 250]],
    outcome: 'failed',
    kind: 'service-closing',
  })
})

it('refuses a line with a line end in it before it says anything', async () => {
  expect(await ask(['C: QUIT', 'S: 221 Bye'], ['NOOP\r\nRSET'])).toMatchObject({
    told: [],
    kind: 'wire-option-invalid',
  })
})
