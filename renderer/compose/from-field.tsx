// Who the mail is from: the identity, free to be changed, and the profile that sends it.
import { Select } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { formatAddress } from '#shared/address/index.ts'
import type { ProfileState } from '#shared/values/profile.ts'
import { profileStore } from '../profiles/store.ts'
import type { OpenDraft } from './composer.ts'
import { FieldRow } from './field-row.tsx'
import classes from './header.module.css'
import { pasteInto } from './paste.ts'
import { composerStore } from './store.ts'

type FromFieldProps = { open: OpenDraft; fault: string | null; profileFault: string | null }

const selectProfiles = (store: { profiles: readonly ProfileState[] | null }) => store.profiles

export function FromField({ open, fault, profileFault }: FromFieldProps) {
  const { t } = useTranslation('compose')
  const profiles = useStore(profileStore, selectProfiles) ?? []
  const input = useRef<HTMLInputElement>(null)
  const { edit } = composerStore.getState()
  const { from, profileId } = open.draft
  return (
    <FieldRow label={t('from')} isSpare fault={fault ?? profileFault} onLabel={() => input.current?.focus()}>
      <input
        ref={input}
        className={classes.text}
        data-field="from"
        aria-label={t('from')}
        aria-invalid={fault !== null}
        spellCheck={false}
        value={from}
        onChange={(event) => edit({ from: event.currentTarget.value })}
        onPaste={(event) => pasteInto(event, from, (text) => edit({ from: text }))}
      />
      <span className={classes.via} aria-hidden>
        {t('via')}
      </span>
      <Select
        className={classes.profile ?? ''}
        size="xs"
        variant="unstyled"
        classNames={{ input: classes.choice ?? '' }}
        data-field="profile"
        aria-label={t('profile')}
        placeholder={t('chooseProfile')}
        error={profileFault !== null}
        data={profiles.map(({ id, name }) => ({ value: id, label: name }))}
        value={profiles.some(({ id }) => id === profileId) ? profileId : null}
        onChange={(id) => id !== null && edit(withProfile(open, profiles, id))}
        comboboxProps={{ width: 300, position: 'bottom-end' }}
        renderOption={({ option }) => <ProfileOption profile={profiles.find(({ id }) => id === option.value)} />}
      />
    </FieldRow>
  )
}

function ProfileOption({ profile }: { profile: ProfileState | undefined }) {
  if (!profile) return null
  return (
    <span>
      {profile.name}
      <br />
      <small>{identityOf(profile)}</small>
    </span>
  )
}

const identityOf = ({ sender }: ProfileState): string => (sender.address === '' ? '' : formatAddress(sender))

/** The identity follows the profile, unless somebody wrote another one. */
function withProfile({ draft }: OpenDraft, profiles: readonly ProfileState[], id: string) {
  const before = profiles.find((profile) => profile.id === draft.profileId)
  const after = profiles.find((profile) => profile.id === id)
  const isOwn = draft.from.trim() !== '' && draft.from !== (before && identityOf(before))
  return { profileId: id, ...(after && !isOwn ? { from: identityOf(after) } : {}) }
}
