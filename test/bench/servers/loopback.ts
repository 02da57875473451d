// A program of its own: Heloise's loopback server, storing every mail and the log of its session as the app does.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLoopback } from '../../../electron/engine/loopback/index.ts'
import { localCertificates } from '../../../electron/services/authority.ts'
import { createChanges } from '../../../electron/services/changes.ts'
import { createMailIndexer } from '../../../electron/services/mail-indexer.ts'
import { createReceive } from '../../../electron/services/receive.ts'
import { createTranscriptHub } from '../../../electron/services/transcript-hub.ts'
import { openStorage } from '../../../electron/storage/index.ts'
import { tellHarness } from './serving.ts'

const folder = mkdtempSync(join(tmpdir(), 'heloise-bench-'))
const storage = openStorage(folder)
const hub = createTranscriptHub(storage.transcripts, Date.now)
const { mails } = storage
const indexer = createMailIndexer(mails, () => {})
const { identity } = await localCertificates(join(folder, 'authority'))
const server = await startLoopback(
  {
    ports: { mx: 0, submission: 0, submissions: 0 },
    scenario: 'none',
    login: { user: 'bench', password: 'bench' },
    identity,
  },
  {
    recorder: hub.recorder('loopback'),
    receive: createReceive({ mails, indexer, changes: createChanges(), now: Date.now }),
  },
)

tellHarness(server.listeners.find(({ role }) => role === 'mx')?.port ?? 0, async () => {
  await server.stop()
  await indexer.stop()
  hub.close()
  storage.close()
  rmSync(folder, { recursive: true })
})
