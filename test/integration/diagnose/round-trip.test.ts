import { expect, it } from 'vitest'
import { diagnosed } from '../../fakes/diagnosed.ts'
import { faultyServer } from '../../fakes/faulty-server.ts'
import { eachCase } from './cases/fault-case.ts'
import { roundTripCases } from './cases/round-trip.ts'

const mailbox = 'ana@own.example'

eachCase(roundTripCases, () => ({ mailbox }))

it('mails go nowhere but to the address that was named, and to none without one', async () => {
  await using server = await faultyServer()
  const only = ['REL-02', 'ROB-06', 'ROB-08', 'ROB-10']
  const tools = { mxPort: server.port }
  await diagnosed(server.port, { only, tools })
  const before = server.received.length
  await diagnosed(server.port, { only, tools, mailbox })
  const recipients = server.received.filter((line) => /^RCPT/.test(line))
  expect([server.received.slice(0, before).filter((line) => /^RCPT/.test(line)), [...new Set(recipients)]]).toEqual([
    [],
    [`RCPT TO:<${mailbox}>`],
  ])
})
