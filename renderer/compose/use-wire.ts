// 'On the wire' of a draft as it is now, for whatever shows it.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Draft } from '#shared/values/draft.ts'
import type { ProfileState } from '#shared/values/profile.ts'
import { profileStore } from '../profiles/store.ts'
import { differencesOf } from '../wire/differences.ts'
import type { TypedField } from '../wire/places.ts'
import { wireFaults } from '../wire/read-wire.ts'
import type { WireForm } from '../wire/wire-form.ts'
import { effectiveWire, formToShow, typedWireStore } from './wire-edit.ts'

export type DraftWire = {
  readonly profile: ProfileState | null
  readonly form: WireForm
  readonly isOtherwise: boolean
  readonly faults: readonly TypedField[]
}

const selectProfiles = (store: { profiles: readonly ProfileState[] | null }) => store.profiles

export function useWire(draft: Draft): DraftWire {
  const profiles = useStore(profileStore, selectProfiles)
  const typed = useStore(typedWireStore, (store) => store.typed[draft.id])
  const profile = profiles?.find(({ id }) => id === draft.profileId) ?? null
  const wire = effectiveWire(draft, profile)
  // Asked for at every letter of the mail, which changes nothing here.
  return useMemo(() => {
    const form = formToShow(wire, typed)
    return { profile, form, isOtherwise: differencesOf(wire).length > 0, faults: wireFaults(form) }
  }, [wire, typed, profile])
}
