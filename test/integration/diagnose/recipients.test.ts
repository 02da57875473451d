import { expect, it } from 'vitest'
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import { diagnose } from '../../../electron/engine/diagnose/index.ts'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { faultyServer } from '../../fakes/faulty-server.ts'
import { memoryRecorder } from '../../fakes/recorder.ts'
import { fakeResolver } from '../../fakes/resolver.ts'
import { eachCase } from './cases/fault-case.ts'
import { recipientCases } from './cases/recipients.ts'

eachCase(recipientCases, (port) => ({ tools: { mxPort: port } }))

it('takes every recipient back, and never begins a mail', async () => {
  await using server = await faultyServer({
    answer: ({ text }) => (/^DATA/.test(text) ? '503 5.5.1 No recipients' : undefined),
  })
  const tools = { mxPort: server.port, replyTimeout: 0.3, idleSeconds: 0.1 }
  await diagnosed(server.port, { level: 2, tools })
  const begun = server.received.filter((line, index, all) => line === 'DATA' && /^RCPT/.test(all[index - 1] ?? ''))
  expect(begun).toEqual([])
})

const greylistingServer = () => {
  const known = new Set<string>()
  return faultyServer({
    answer({ text, before }) {
      if (!/^RCPT/.test(text)) return undefined
      const pair = `${before.findLast((line) => /^MAIL/.test(line))} ${text}`
      if (known.has(pair)) return '250 2.1.5 OK'
      known.add(pair)
      return '450 4.7.1 Greylisted, come back later'
    },
  })
}

it('comes back where strangers are put off, with the same sender and recipient, on a connection of its own', async () => {
  await using server = await greylistingServer()
  const wish = { level: 2, only: ['POL-08'] } as const
  const tools = { mxPort: server.port, secondTrySeconds: 0.2 }
  const once = await diagnosed(server.port, { ...wish, tools })
  await using other = await greylistingServer()
  const twice = await diagnosed(other.port, { ...wish, triesAgain: true, tools: { ...tools, mxPort: other.port } })
  const said = twice.checks.find(({ id }) => id === 'POL-08')?.summary.en
  const tries = other.received.filter((line) => /^(RCPT|VRFY)/.test(line))
  expect([resultsFor(once, 'POL-08'), twice.connections - once.connections, tries.at(-1), said]).toEqual([
    ['warn'],
    1,
    'RCPT TO:<postmaster@127.0.0.1>',
    'The first mail of a stranger is put off for a while (greylisting). A second try 0.2 s later is taken.',
  ])
})

it('says what it waits for, and waits no longer when it is stopped; what was seen until then is told', async () => {
  await using server = await greylistingServer()
  const stop = new AbortController()
  const { recorder } = memoryRecorder()
  const tools = { recorder, resolver: fakeResolver(), signal: stop.signal, replyTimeout: 2, mxPort: server.port }
  const target = { text: `127.0.0.1:${server.port}`, access: null, level: 2, only: ['POL'], triesAgain: true } as const
  const events: DiagnoseEvent[] = []
  for await (const event of diagnose(target, tools)) {
    events.push(event)
    if (event.kind === 'step' && event.label.en.startsWith('Greylisted: trying again 60 s')) stop.abort()
  }
  const report = events.flatMap((event) => (event.kind === 'report' ? [event.report] : []))[0]
  const waits = events.flatMap((event) => (event.kind === 'plan' ? [event.waitSeconds] : []))
  expect([waits, report?.failure?.kind, report && resultsFor(report, 'POL-08')]).toEqual([[0, 60], 'stopped', ['warn']])
})
