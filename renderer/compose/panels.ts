// What of the compose window is unfolded, and the question that waits for an answer.
import { createStore } from 'zustand/vanilla'
import type { DraftField } from '#shared/explain/fix.ts'
import type { WirePlace } from '../wire/places.ts'
import { showWire } from '../wire/view-store.ts'
import type { RecipientField } from './recipients.ts'

export type Field = DraftField | RecipientField | 'profile' | 'body' | 'envelope'

export type Question = {
  readonly title: string
  readonly text: string
  /** Shown as a list under the text. */
  readonly points: readonly string[]
  readonly yes: string
  readonly isGrave: boolean
}

export type Side = 'envelope' | 'wire' | 'outcome'

type Panels = {
  view: 'form' | 'source'
  side: Side | null
  /** Whether Cc and Bcc are shown though they are empty. */
  showsCopies: boolean
  question: (Question & { answer(yes: boolean): void }) | null
  toggleSide(side: Side): void
}

export const panelStore = createStore<Panels>()((set, get) => ({
  view: 'form',
  side: null,
  showsCopies: false,
  question: null,
  toggleSide: (side) => set({ side: get().side === side ? null : side }),
}))

/** Asks, and resolves with the answer; closing the question means no. */
export function ask(question: Question): Promise<boolean> {
  panelStore.getState().question?.answer(false)
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      panelStore.setState({ question: null })
      resolve(yes)
    }
    panelStore.setState({ question: { ...question, answer } })
  })
}

/** Shows a field, wherever it is folded away, and puts the cursor into it. */
export function focusField(field: Field): void {
  panelStore.setState({
    view: field === 'raw' || field === 'headers' ? 'source' : 'form',
    ...(field === 'envelope' ? { side: 'envelope' } : {}),
    ...(field === 'cc' || field === 'bcc' ? { showsCopies: true } : {}),
  })
  requestAnimationFrame(() => {
    const place = document.querySelector<HTMLElement>(`[data-field="${field}"]`)
    place?.scrollIntoView({ block: 'nearest' })
    place?.focus()
  })
}

/** Opens 'On the wire' and puts the cursor into the place, if one is known. */
export function focusWire(place: WirePlace | null): void {
  panelStore.setState({ side: 'wire' })
  showWire(place)
}
