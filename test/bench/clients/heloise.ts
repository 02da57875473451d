// A client that is measured: Heloise's engine, its log kept as the app keeps it, in a database on disk.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliverMany } from '../../../electron/engine/delivery/index.ts'
import { systemResolver } from '../../../electron/engine/dns/index.ts'
import { createTranscriptHub } from '../../../electron/services/transcript-hub.ts'
import { openStorage } from '../../../electron/storage/index.ts'
import { accessOf, mailsOf } from './heloise-order.ts'
import { runMeasured } from './measured.ts'

await runMeasured(async (job) => {
  const folder = mkdtempSync(join(tmpdir(), 'heloise-bench-'))
  const storage = openStorage(folder)
  const hub = createTranscriptHub(storage.transcripts, Date.now)
  process.on('exit', () => {
    hub.close()
    storage.close()
    rmSync(folder, { recursive: true })
  })
  const mail = await mailsOf(job.mail)
  const tools = {
    recorder: hub.recorder('send'),
    resolver: systemResolver({ servers: [] }),
    signal: new AbortController().signal,
  }
  return async (count) => {
    const { connections, window = 1 } = job
    const order = { access: accessOf(job), replyTimeout: 60, count, connections, window, mail }
    const { sent, failure } = await deliverMany(order, tools)
    if (sent !== count) throw new Error(`${sent} of ${count} were sent: ${failure?.message}`)
  }
})
