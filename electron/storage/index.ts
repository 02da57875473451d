// Everything Heloise keeps on disk, in one folder: a database, the files of drafts, the larger mails. Secrets are in the vault.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { loopbackConfigSchema } from '#shared/values/loopback.ts'
import { type KeptPolicy, keptPolicySchema } from '#shared/values/mta-sts.ts'
import { type Settings, settingsSchema, type Words } from '#shared/values/settings.ts'
import { type AttachmentStore, createAttachmentStore } from './attachments.ts'
import { openDatabase } from './database.ts'
import { createDiagnosisStore, type DiagnosisStore } from './diagnoses.ts'
import { createDraftStore, type DraftStore } from './drafts.ts'
import { createMailStore, type MailStore } from './mails.ts'
import { createProfileStore, type ProfileStore } from './profiles.ts'
import { createShelf, type Shelf } from './settings.ts'
import { createTranscriptStore, type TranscriptStore } from './transcripts.ts'

export { memoryVault, openVault, type Vault } from './vault.ts'
export type { Shelf }

/** What the loopback server remembers: what the person set, the login made at first start, and the ports it had last. */
const loopbackMemorySchema = z.object({
  config: loopbackConfigSchema,
  login: z.object({ user: z.string(), password: z.string() }),
  lastPorts: loopbackConfigSchema.shape.ports,
})
export type LoopbackMemory = z.infer<typeof loopbackMemorySchema>

export type Storage = {
  readonly settings: Shelf<Settings>
  readonly loopback: Shelf<LoopbackMemory>
  /** MTA-STS policies of domains that mail went to. */
  readonly stsPolicies: Shelf<readonly KeptPolicy[]>
  readonly profiles: ProfileStore
  readonly drafts: DraftStore
  readonly attachments: AttachmentStore
  readonly transcripts: TranscriptStore
  readonly mails: MailStore
  readonly diagnoses: DiagnosisStore
  /** What has to be said about the data at start. */
  readonly notices: readonly Words[]
  close(): void
}

/** The folder is made if it is not there; only its owner may read it. */
export function openStorage(folder: string, now = new Date()): Storage {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { database, notices } = openDatabase(join(folder, 'heloise.db'), now)
  return {
    settings: createShelf(database, 'settings', settingsSchema),
    loopback: createShelf(database, 'loopback', loopbackMemorySchema),
    stsPolicies: createShelf(database, 'sts-policies', z.array(keptPolicySchema)),
    profiles: createProfileStore(database),
    drafts: createDraftStore(database),
    attachments: createAttachmentStore(database, join(folder, 'attachments')),
    transcripts: createTranscriptStore(database),
    mails: createMailStore(database, join(folder, 'mails')),
    diagnoses: createDiagnosisStore(database),
    notices,
    close: () => database.close(),
  }
}
