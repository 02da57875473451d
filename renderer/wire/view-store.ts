// What of 'On the wire' is unfolded, and going to one place of it.
import { createStore } from 'zustand/vanilla'
import { groupOf, type WireGroup, type WirePlace } from './places.ts'

type View = {
  /** Whether it is unfolded where it stands among other things. */
  readonly isOpen: boolean
  readonly groups: Readonly<Record<WireGroup, boolean>>
}

export const wireViewStore = createStore<View>()(() => ({
  isOpen: false,
  groups: { reports: true, transfer: true, delivery: false, origin: false, byHand: false },
}))

export const toggleWire = (): void => wireViewStore.setState(({ isOpen }) => ({ isOpen: !isOpen }))

export const toggleGroup = (group: WireGroup): void =>
  wireViewStore.setState(({ groups }) => ({ groups: { ...groups, [group]: !groups[group] } }))

/** Unfolds what it is folded away in, and puts the cursor there; with null it only unfolds. */
export function showWire(place: WirePlace | null): void {
  const { groups } = wireViewStore.getState()
  wireViewStore.setState({ isOpen: true, ...(place === null ? {} : { groups: { ...groups, [groupOf(place)]: true } }) })
  if (place !== null) requestAnimationFrame(() => focusPlace(place))
}

const editable = 'input, textarea, select, button'

/** Of several fields in one place the one at fault; of a choice what is chosen. */
function focusPlace(place: WirePlace): void {
  const found = [...document.querySelectorAll<HTMLElement>(`[data-wire="${place}"]`)]
  const shown = found.find((one) => one.getAttribute('aria-invalid') === 'true') ?? found[0]
  const target = shown?.matches(editable)
    ? shown
    : (shown?.querySelector<HTMLElement>('input:checked') ?? shown?.querySelector<HTMLElement>(editable))
  shown?.scrollIntoView({ block: 'center' })
  target?.focus()
}
