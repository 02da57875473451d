// A client that is measured: one mail of Heloise's engine after the other, each on a connection of its own, until its receipt.
import { deliver } from '../../../electron/engine/delivery/index.ts'
import { systemResolver } from '../../../electron/engine/dns/index.ts'
import { accessOf, mailsOf } from './heloise-order.ts'
import { openLog } from './log.ts'
import { runMeasured } from './measured.ts'

await runMeasured(async (job) => {
  const make = await mailsOf(job.mail)
  const tools = {
    recorder: openLog().recorder('send'),
    resolver: systemResolver({ servers: [] }),
    signal: new AbortController().signal,
  }
  const sendOne = async () => {
    const order = { access: accessOf(job), mail: await make(), stopAfter: null, replyTimeout: 60 }
    const { promise, resolve } = Promise.withResolvers<string>()
    // The server is left behind our back, as it is for a person who has the receipt.
    void deliver(order, { ...tools, onReceipt: ({ outcome }) => resolve(outcome) })
    const outcome = await promise
    if (outcome !== 'accepted') throw new Error(`The mail was ${outcome}.`)
  }
  return async (count) => {
    for (let sent = 0; sent < count; sent += 1) await sendOne()
  }
})
