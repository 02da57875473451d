// The one button of the why card, done: the profile changed and saved, a field shown, the mail tried again.
import { useState } from 'react'
import { assertNever } from '#shared/assert-never.ts'
import type { Fix } from '#shared/explain/fix.ts'
import type { Profile, ProfileState } from '#shared/values/profile.ts'
import { go } from '../frame/route.ts'
import { loopbackStore } from '../loopback/store.ts'
import { formOf } from '../profiles/edit.ts'
import { profileStore } from '../profiles/store.ts'
import { TrustDialog } from '../ui/trust-dialog.tsx'
import { placeOf } from '../wire/places.ts'
import { removeAttachment } from './attach.ts'
import { focusField, focusWire } from './panels.ts'
import { PasswordDialog } from './password-dialog.tsx'
import { fieldOf } from './recipients.ts'
import { openDraft, profileOf, sendAgain } from './send.ts'
import { composerStore } from './store.ts'

type Situation = 'idle' | 'fixing' | 'trusting' | 'password'

export type Fixing = {
  readonly isFixing: boolean
  readonly situation: Situation
  run(fix: Fix): Promise<void>
  close(): void
  /** Saves a change of the profile and tries again. */
  saveAndRetry(profile: Profile, secret?: string): Promise<void>
}

export function useFix(): Fixing {
  const [situation, setSituation] = useState<Situation>('idle')
  const during = async (work: () => Promise<void>) => {
    setSituation('fixing')
    try {
      await work()
    } catch (error) {
      composerStore.getState().fail(error)
    } finally {
      setSituation('idle')
    }
  }
  const saveAndRetry = (profile: Profile, secret?: string) =>
    during(async () => {
      await profileStore.getState().save({ profile, ...(secret === undefined ? {} : { secret }) })
      void sendAgain()
    })
  const run = async (fix: Fix) => {
    const state = usedProfile()
    switch (fix.kind) {
      case 'set-security':
        return state ? saveAndRetry({ ...formOf(state).profile, security: fix.security, port: fix.port }) : undefined
      case 'trust-certificate':
        return setSituation('trusting')
      case 'edit-password':
        return setSituation('password')
      case 'edit-profile':
        return go('servers', state?.id ?? null, { field: fix.field })
      case 'edit-recipient':
        return showRecipient(fix.address)
      case 'edit-draft':
        return focusField(fix.field)
      case 'edit-wire':
        return focusWire(fix.at && placeOf(fix.at))
      case 'remove-attachment':
        return removeAttachment(fix.id)
      case 'retry':
        return sendAgain()
      case 'start-loopback':
        return during(async () => {
          await loopbackStore.getState().configure({ isOn: true })
          void sendAgain()
        })
      default:
        return assertNever(fix)
    }
  }
  return { isFixing: situation === 'fixing', situation, run, close: () => setSituation('idle'), saveAndRetry }
}

/** The dialogs that a fix may need. */
export function FixDialog({ fix }: { fix: Fixing }) {
  const state = usedProfile()
  if (!state) return null
  const { profile } = formOf(state)
  if (fix.situation === 'trusting')
    return (
      <TrustDialog
        edit={{ profile }}
        close={fix.close}
        trust={(pin) => void fix.saveAndRetry({ ...profile, certificate: { ...profile.certificate, pin } })}
      />
    )
  if (fix.situation === 'password')
    return (
      <PasswordDialog
        profile={profile}
        close={fix.close}
        save={(changed, secret) => void fix.saveAndRetry(changed, secret)}
      />
    )
  return null
}

function usedProfile(): ProfileState | null {
  const open = openDraft()
  return open && profileOf(open.draft)
}

function showRecipient(address: string): void {
  const open = openDraft()
  const field = open && address !== '' ? fieldOf(open.draft, address) : null
  focusField(field ?? (open?.draft.envelope ? 'envelope' : 'to'))
}
