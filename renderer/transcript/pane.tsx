// The protocol log of the session that is shown.
import { useStore } from 'zustand'
import { transcriptStore } from './store.ts'

export function TranscriptPane() {
  const { shownId, entries } = useStore(transcriptStore)
  const lines = (shownId && entries.get(shownId)) || []
  return <pre>{lines.map(({ direction, text }) => `${direction}: ${text}`).join('\n')}</pre>
}
