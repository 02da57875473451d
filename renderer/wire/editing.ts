// What every field of 'On the wire' needs to know of the whole.
import { createContext, useContext } from 'react'
import type { Capability } from '#shared/values/capability.ts'
import type { WirePlace } from './places.ts'
import type { WireForm } from './wire-form.ts'

export type WireEditing = {
  readonly form: WireForm
  change(part: Partial<WireForm>): void
  /** What the server offered when it was last spoken to; null when it never was. */
  readonly offers: readonly Capability[] | null
  /** Places that are otherwise than usual. */
  readonly changed: ReadonlySet<WirePlace>
  /** What is wrong there. */
  faultAt(place: WirePlace): string | null
}

export const WireContext = createContext<WireEditing | null>(null)

export function useWire(): WireEditing {
  const editing = useContext(WireContext)
  if (editing === null) throw new Error('A field of the wire stands outside its editor.')
  return editing
}
