// A program of its own: the web door of Heloise, with a session that tells so many lines as soon as it is asked.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { createTap } from '../../../electron/engine/net/index.ts'
import { createChanges } from '../../../electron/services/changes.ts'
import { openHeloise } from '../../../electron/services/open.ts'
import { createTranscriptHub } from '../../../electron/services/transcript-hub.ts'
import { createTranscripts } from '../../../electron/services/transcripts.ts'
import { memoryVault, openStorage } from '../../../electron/storage/index.ts'
import { openDoor } from '../../../electron/web/door.ts'
import { sayMail } from '../lines.ts'
import { tellHarness } from './serving.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'heloise-bench-'))
const options = { dataFolder, door: 'browser', version: '0.0.0', locale: 'en-GB', vault: memoryVault() } as const
const heloise = await openHeloise(options)
const storage = openStorage(dataFolder)
const hub = createTranscriptHub(storage.transcripts, Date.now)
const transcripts = createTranscripts({ storage, hub, changes: createChanges() })
const folder = join(import.meta.dirname, '../../../out/renderer')
const door = await openDoor({ router: { ...heloise.router, transcripts }, folder, port: 0 })

tellHarness(door.address, async () => {
  door.close()
  hub.close()
  storage.close()
  await heloise.close()
  rmSync(dataFolder, { recursive: true })
})
process.on('message', (lines) => void tell(Number(lines)))

/** Mails between two turns of the program, in which whoever watches is told. */
const mailsATurn = 10

async function tell(lines: number): Promise<void> {
  const recording = hub.recorder('send').begin('a million lines')
  const tap = createTap(recording)
  for (let said = 0; said < lines; await turn()) for (let mail = 0; mail < mailsATurn; mail += 1) said += sayMail(tap)
  recording.end('ok')
}
