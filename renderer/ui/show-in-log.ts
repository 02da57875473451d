// From an outcome to the line of the protocol log that proves it.
import { transcriptStore } from '../transcript/store.ts'
import { entryOf, type Sought } from './sought-entry.ts'

/** Opens the log if it is closed, and shows the row. */
export async function showInLog(transcriptId: string, sought: Sought): Promise<void> {
  const { show, entriesOf } = transcriptStore.getState()
  await show(transcriptId, entryOf(await entriesOf(transcriptId, mostEntries), sought))
}

/** Enough for the session of a mail with a thousand recipients. */
const mostEntries = 5000
