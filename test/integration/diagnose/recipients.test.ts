import { expect, it } from 'vitest'
import { diagnosed } from '../../fakes/diagnosed.ts'
import { faultyServer } from '../../fakes/faulty-server.ts'
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
