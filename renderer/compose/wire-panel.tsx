// 'On the wire' beside the mail: as its profile does, or for this mail alone.
import { Anchor, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { StoredDraft } from '#shared/values/draft.ts'
import { formatRoute } from '../frame/route-path.ts'
import { WireEditor } from '../wire/editor.tsx'
import type { OpenDraft } from './composer.ts'
import classes from './envelope-panel.module.css'
import { serverOffers } from './server-offers.ts'
import { draftListStore } from './store.ts'
import { useWire } from './use-wire.ts'
import { editWire, followProfile, toldWireFault } from './wire-edit.ts'

const selectDrafts = (list: { drafts: readonly StoredDraft[] | null }) => list.drafts

export function WirePanel({ open }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const drafts = useStore(draftListStore, selectDrafts) ?? []
  const { draft, savedAt, receipt } = open
  const { profile, form } = useWire(draft)
  const follows = draft.wire === null
  return (
    <div className={classes.panel}>
      <SegmentedControl
        size="xs"
        fullWidth
        className={classes.switch ?? ''}
        aria-label={t('wireSource')}
        value={follows ? 'profile' : 'mail'}
        data={[
          { value: 'profile', label: t('wireOfProfile') },
          { value: 'mail', label: t('wireOfMail') },
        ]}
        onChange={(value) => followProfile(draft, profile, value === 'profile')}
      />
      {follows && (
        <p className={classes.note}>
          {t('wireFollows')}{' '}
          {profile && (
            <Anchor fz="inherit" href={formatRoute('servers', profile.id, { field: 'wire' })}>
              {t('wireInProfile')}
            </Anchor>
          )}
        </p>
      )}
      <WireEditor
        form={form}
        offers={serverOffers(profile, [{ savedAt, receipt }, ...drafts])}
        told={toldWireFault(open)}
        onChange={(next) => editWire(draft, profile, next)}
      />
    </div>
  )
}
