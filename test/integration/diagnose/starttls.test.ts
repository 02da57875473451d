import { expect, it } from 'vitest'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { type Faults, faultyServer, type Line } from '../../fakes/faulty-server.ts'
import { identity } from '../loopback/test-server.ts'

/** Inside TLS nothing counts before a new EHLO. */
const forgetful = ({ text, isTls, before }: Line) => {
  const start = before.lastIndexOf('STARTTLS')
  const isIntroduced = before.slice(start + 1).some((line) => line.startsWith('EHLO'))
  return isTls && !isIntroduced && /^(MAIL|RCPT)/.test(text) ? '503 5.5.1 EHLO first' : undefined
}

it.concurrent.each<[id: string, when: string, faults: Faults, result: string]>([
  ['STL-06', 'throws plain text away when TLS begins', { identity }, 'pass'],
  ['STL-06', 'answers it inside TLS', { identity, keepsPlaintext: true }, 'fail'],
])('%s of a server that %s', async (id, _, faults, result) => {
  await using server = await faultyServer(faults)
  expect(resultsFor(await diagnosed(server.port, { only: [id] }), id)).toEqual([result])
})

it.concurrent.each<[id: string, when: string, faults: Faults, result: string | undefined]>([
  ['STL-03', 'offers none and knows none', {}, 'pass'],
  ['STL-03', 'hides it', { identity, offers: () => ['SIZE 1'] }, 'warn'],
  ['STL-08', 'forgets', { identity, answer: forgetful }, 'pass'],
  ['STL-08', 'forgets nothing', { identity }, 'fail'],
  ['STL-09', 'insists on a new EHLO', { identity, answer: forgetful }, 'pass'],
  ['STL-09', 'remembers our name', { identity }, 'info'],
  [
    'STL-09',
    'is struck dumb',
    { identity, answer: ({ text, isTls }) => (isTls && text.startsWith('MAIL') ? null : undefined) },
    'fail',
  ],
  ['STL-10', 'refuses it', { identity }, 'pass'],
  [
    'STL-10',
    'takes it twice',
    { identity, answer: ({ text, isTls }) => (isTls && text === 'STARTTLS' ? '220 Again' : undefined) },
    'fail',
  ],
  [
    'STL-10',
    'takes an argument',
    { identity, answer: ({ text }) => (text === 'STARTTLS now' ? '220 Now' : undefined) },
    'warn',
  ],
  ['STL-13', 'bears a broken handshake', { identity }, 'pass'],
])('%s of a server that %s', async (id, _, faults, result) => {
  await using server = await faultyServer(faults)
  const report = await diagnosed(server.port, { only: [id], tools: { replyTimeout: 0.5 } })
  expect(resultsFor(report, id)[0]).toBe(result)
})

const mxPort = (port: number) => ({ mxPort: port, replyTimeout: 0.5 })

it('STL-04: an MX that takes plain mail passes, and one that insists is told', async () => {
  await using open = await faultyServer({ identity })
  await using strict = await faultyServer({
    identity,
    answer: ({ text, isTls }) => (!isTls && text.startsWith('MAIL') ? '530 5.7.0 STARTTLS first' : undefined),
  })
  const results = []
  for (const { port } of [open, strict])
    results.push(resultsFor(await diagnosed(port, { only: ['STL-04'], tools: mxPort(port) }), 'STL-04')[0])
  expect(results).toEqual(['pass', 'warn'])
})

it('STL-05: submission before encryption is refused, half refused, or open', async () => {
  const results = []
  const refusing = ({ text, isTls }: Line) =>
    !isTls && text.startsWith('MAIL') ? '530 5.7.0 STARTTLS first' : undefined
  for (const faults of [
    { identity, answer: refusing },
    { identity },
    { identity, offers: (isTls: boolean) => ['AUTH PLAIN', ...(isTls ? [] : ['STARTTLS'])] },
  ]) {
    await using server = await faultyServer(faults)
    results.push(resultsFor(await diagnosed(server.port, { only: ['STL-05'] }), 'STL-05')[0])
  }
  expect(results).toEqual(['pass', 'warn', 'fail'])
})

it('STL-13: a server that shuts us out after a broken handshake is told', async () => {
  let isBanned = false
  await using server = await faultyServer({
    identity,
    isShut: () => isBanned,
    onBrokenHandshake: () => {
      isBanned = true
    },
  })
  const report = await diagnosed(server.port, { only: ['STL-13'], tools: { replyTimeout: 0.5, pauses: [] } })
  expect(resultsFor(report, 'STL-13')).toEqual(['warn'])
})
