// Opens the whole house under its doors: storage, vault, loopback server, and the contract answered. The way every door begins.
import { join } from 'node:path'
import type { AppInfo } from '#shared/contract/app.ts'
import { defaultSettings, type Language } from '#shared/values/settings.ts'
import { createSink } from '../engine/diagnose/sink.ts'
import { type Resolver, systemResolver } from '../engine/dns/index.ts'
import { startLoopback } from '../engine/loopback/index.ts'
import { openStorage, openVault, type Storage, type Vault } from '../storage/index.ts'
import { settingsOf } from './app.ts'
import { localCertificates } from './authority.ts'
import { type Changes, createChanges } from './changes.ts'
import { createServices, type Services } from './index.ts'
import { languageOf } from './language.ts'
import { createLoopbackControl } from './loopback-control.ts'
import { followLoopback, newLoopbackProfile } from './loopback-profile.ts'
import { createMailIndexer } from './mail-indexer.ts'
import { createReceive } from './receive.ts'
import { forgetOldTranscripts } from './retention.ts'
import { sampleDraft } from './sample-draft.ts'
import { storedPolicies } from './stored-policies.ts'
import type { PrintReport } from './tools.ts'
import { createTranscriptHub } from './transcript-hub.ts'

export type HeloiseOptions = {
  readonly dataFolder: string
  readonly door: AppInfo['door']
  readonly version: string
  readonly locale: string
  /** Where secrets go; the keyring of the operating system unless said otherwise. */
  readonly vault?: Vault
  /** Who is asked for names; the system, or the servers of the settings, unless said otherwise. */
  readonly resolver?: (servers: readonly string[]) => Resolver
  /** Only a desktop can. */
  readonly printReport?: PrintReport
}

export type Heloise = {
  /** For an oRPC handler of any channel; its context is a `ConnectionContext`. */
  readonly router: Services
  /** Ends the loopback server, keeps what is on its way, and closes the files. */
  close(): Promise<void>
}

export async function openHeloise(options: HeloiseOptions): Promise<Heloise> {
  const { dataFolder, door, version, locale, resolver = askDns } = options
  const now = Date.now
  const storage = openStorage(dataFolder)
  storage.transcripts.endRunning(now())
  const hub = createTranscriptHub(storage.transcripts, now)
  const changes = createChanges()
  const vault = options.vault ?? (await openVault())
  const indexer = createMailIndexer(storage.mails, () => changes.publish('inbox'))
  indexer.later()

  const sink = createSink()
  const loopback = await createLoopbackControl({
    memory: storage.loopback,
    certificates: await localCertificates(join(dataFolder, 'authority')),
    start: startLoopback,
    recorder: hub.recorder('loopback'),
    receive: createReceive({ mails: storage.mails, indexer, changes, now }),
    heard: sink.hear,
    onChange(state) {
      if (followLoopback(storage.profiles, state, now())) changes.publish('profiles')
      changes.publish('loopback')
    },
    say: (words) => words[languageOf(settingsOf(storage), locale)],
  })
  if (storage.settings.get() === null)
    prepareFirstStart(storage, newLoopbackProfile(loopback.state()), languageOf(settingsOf(storage), locale), now())
  const retention = keepForgetting(storage, changes, now)

  return {
    router: createServices({
      storage,
      vault,
      changes,
      hub,
      loopback,
      indexer,
      sink,
      resolver,
      policies: storedPolicies(storage.stsPolicies, now()),
      printReport: options.printReport ?? null,
      dataFolder,
      door,
      version,
      locale,
      now,
    }),
    async close() {
      clearInterval(retention)
      await loopback.stop()
      await indexer.stop()
      hub.close()
      storage.close()
    },
  }
}

const askDns = (servers: readonly string[]): Resolver => systemResolver({ servers })

/** The settings come last: until they are there, it is still the first start. */
function prepareFirstStart(
  { settings, profiles, drafts }: Storage,
  profile: ReturnType<typeof newLoopbackProfile>,
  language: Language,
  now: number,
): void {
  profiles.save(profile, now)
  drafts.save(sampleDraft(profile, language), now)
  settings.set(defaultSettings)
}

const sixHours = 6 * 60 * 60 * 1000

function keepForgetting(storage: Storage, changes: Changes, now: () => number): NodeJS.Timeout {
  const forget = () => {
    if (forgetOldTranscripts(storage, now()) > 0) changes.publish('transcripts')
  }
  forget()
  return setInterval(forget, sixHours).unref()
}
