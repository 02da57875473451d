// The stores of the protocol log, as this window has them.
import { api } from '../channel/api.ts'
import { settingsStore } from '../settings/store.ts'
import { language } from '../ui/language.ts'
import { shownText } from './event-line.ts'
import { createTranscriptStore } from './session-store.ts'
import { createViewStore } from './view-store.ts'

export const transcriptStore = createTranscriptStore({ transcripts: api.transcripts, openLog, soon })
export const viewStore = createViewStore(transcriptStore, (entry) => shownText(entry, language()))

function openLog(): void {
  const { settings, change } = settingsStore.getState()
  if (!settings.log.isOpen) void change({ log: { ...settings.log, isOpen: true } })
}

/** One frame: what comes faster than the screen is shown together. A hidden page has no frames, so a timer it is. */
function soon(run: () => void): void {
  setTimeout(run, 16)
}
