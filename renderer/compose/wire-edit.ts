// 'On the wire' of the open mail: what is in its fields, whose options hold, and what cannot be sent like this.
import { createStore } from 'zustand/vanilla'
import { explainFailure } from '#shared/explain/failures.ts'
import { wireTargetOf } from '#shared/explain/wire-target.ts'
import type { Draft } from '#shared/values/draft.ts'
import type { Profile } from '#shared/values/profile.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import { language } from '../ui/language.ts'
import { differencesOf } from '../wire/differences.ts'
import { placeOf, type TypedField, type WirePlace } from '../wire/places.ts'
import { readWire, wireFaults } from '../wire/read-wire.ts'
import { isSameForm, isSameWire, type WireForm, wireFormOf } from '../wire/wire-form.ts'
import type { OpenDraft } from './composer.ts'
import { lastFailure } from './field-faults.ts'
import { composerStore } from './store.ts'

/** What a draft's fields hold that is not what its options say: text that is no value, or not the usual form of one. */
type Typed = { readonly form: WireForm; readonly wire: WireOptions }
/** By the id of the draft. */
type TypedWire = { readonly typed: Readonly<Partial<Record<string, Typed>>> }

export const typedWireStore = createStore<TypedWire>()(() => ({ typed: {} }))

type OfProfile = Pick<Profile, 'wire'> | null

/** The options that a send would go by. */
export const effectiveWire = (draft: Draft, profile: OfProfile): WireOptions =>
  draft.wire ?? profile?.wire ?? defaultWire

/** What the fields hold; what was typed counts until the options are others. */
export const formToShow = (wire: WireOptions, typed: Typed | undefined): WireForm =>
  typed && isSameWire(typed.wire, wire) ? typed.form : wireFormOf(wire)

/** What is edited is for this mail alone from then on. */
export function editWire(draft: Draft, profile: OfProfile, form: WireForm): void {
  const { wire } = readWire(form, effectiveWire(draft, profile))
  keep(draft.id, isSameForm(form, wireFormOf(wire)) ? null : { form, wire })
  // Back at the usual, a mail needs no options of its own, if its profile is there too.
  const isUsual = differencesOf(wire).length === 0 && differencesOf(profile?.wire ?? defaultWire).length === 0
  composerStore.getState().edit({ wire: isUsual && isSameForm(form, wireFormOf(wire)) ? null : wire })
}

/** Whether the mail is sent as its profile says, or as it says itself, which begins where the profile is. */
export function followProfile(draft: Draft, profile: OfProfile, follows: boolean): void {
  keep(draft.id, null)
  composerStore.getState().edit({ wire: follows ? null : effectiveWire(draft, profile) })
}

/** The fields that keep the mail from being sent. */
export const wireFaultsOf = (draft: Draft, profile: OfProfile): readonly TypedField[] =>
  wireFaults(formToShow(effectiveWire(draft, profile), typedWireStore.getState().typed[draft.id]))

/** What the last attempt came to grief over, until the options are changed. */
export function toldWireFault(open: OpenDraft): { place: WirePlace; text: string } | null {
  const failure = open.attempted && lastFailure(open)
  const target = failure && wireTargetOf(failure)
  if (!failure || !target) return null
  if (JSON.stringify(open.attempted?.draft.wire) !== JSON.stringify(open.draft.wire)) return null
  return { place: placeOf(target), text: explainFailure(failure, language()).happened }
}

function keep(id: string, one: Typed | null): void {
  typedWireStore.setState(({ typed: { [id]: _, ...others } }) => ({ typed: one ? { ...others, [id]: one } : others }))
}
