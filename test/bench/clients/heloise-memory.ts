// A client that is measured: the heap of Heloise's engine while it sends, its garbage taken away before each look.
import { deliverMany } from '../../../electron/engine/delivery/index.ts'
import { systemResolver } from '../../../electron/engine/dns/index.ts'
import { accessOf, mailsOf } from './heloise-order.ts'
import type { Mark, MemoryJob } from './job.ts'
import { openLog } from './log.ts'

const job: MemoryJob = JSON.parse(process.argv[2] ?? '')
const count = job.marks.at(-1) ?? 0
const began = performance.now()
let spentLooking = 0
const marks: Mark[] = []

function look(): void {
  const start = performance.now()
  globalThis.gc?.()
  marks.push({ heap: process.memoryUsage().heapUsed, seconds: (start - began - spentLooking) / 1000 })
  spentLooking += performance.now() - start
}

const make = await mailsOf({ kind: 'composed', octets: 1024 })
const mail = (index: number) => {
  if (job.marks.includes(index)) look()
  return make()
}
const tools = {
  recorder: openLog().recorder('send'),
  resolver: systemResolver({ servers: [] }),
  signal: new AbortController().signal,
}
const order = { access: accessOf(job), replyTimeout: 60, count, connections: 1, window: 64, mail, mayOvertake: true }
const { sent, failure } = await deliverMany(order, tools)
if (sent !== count) throw new Error(`${sent} of ${count} were sent: ${failure?.message}`)
look()
process.send?.(marks, () => process.exit())
