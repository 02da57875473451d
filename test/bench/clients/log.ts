// The log of a client that is measured: kept as the app keeps it, in a database on disk. It goes with the process.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTranscriptHub, type TranscriptHub } from '../../../electron/services/transcript-hub.ts'
import { openStorage } from '../../../electron/storage/index.ts'

export function openLog(): TranscriptHub {
  const folder = mkdtempSync(join(tmpdir(), 'heloise-bench-'))
  const storage = openStorage(folder)
  const hub = createTranscriptHub(storage.transcripts, Date.now)
  process.on('exit', () => {
    hub.close()
    storage.close()
    rmSync(folder, { recursive: true })
  })
  return hub
}
