// Transcripts that nobody asked to keep go after the days that the person set.
import { defaultSettings } from '#shared/values/settings.ts'
import type { Storage } from '../storage/index.ts'

const day = 24 * 60 * 60 * 1000

/** How many were forgotten. */
export function forgetOldTranscripts(storage: Storage, now: number): number {
  const { transcriptDays } = storage.settings.get() ?? defaultSettings
  return transcriptDays === null ? 0 : storage.transcripts.removeOlder(now - transcriptDays * day)
}
