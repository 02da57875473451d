// A client that is measured: Heloise's engine, with its log on.
import { deliverMany } from '../../../electron/engine/delivery/index.ts'
import { systemResolver } from '../../../electron/engine/dns/index.ts'
import { accessOf, mailsOf } from './heloise-order.ts'
import { openLog } from './log.ts'
import { runMeasured } from './measured.ts'

await runMeasured(async (job) => {
  const mail = await mailsOf(job.mail)
  const tools = {
    recorder: openLog().recorder('send'),
    resolver: systemResolver({ servers: [] }),
    signal: new AbortController().signal,
  }
  return async (count) => {
    const { connections, window = 1 } = job
    const order = { access: accessOf(job), replyTimeout: 60, count, connections, window, mail, mayOvertake: true }
    const { sent, failure } = await deliverMany(order, tools)
    if (sent !== count) throw new Error(`${sent} of ${count} were sent: ${failure?.message}`)
  }
})
