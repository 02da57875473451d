// The list of profiles, each with a dot that tells its last check.

import { Tooltip, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { placeName } from '#shared/address/index.ts'
import type { ProfileState } from '#shared/values/profile.ts'
import { go } from '../frame/route.ts'
import { shortTime } from '../ui/time.ts'
import classes from './profiles.module.css'

type ProfileListProps = { profiles: readonly ProfileState[]; shownId: string | null }

export function ProfileList({ profiles, shownId }: ProfileListProps) {
  const { t } = useTranslation('profiles')
  return (
    <ul className={classes.list} aria-label={t('list')}>
      {profiles.map((profile) => (
        <li key={profile.id}>
          <UnstyledButton
            className={classes.item}
            aria-current={profile.id === shownId || undefined}
            onClick={() => go('servers', profile.id)}
          >
            <CheckDot profile={profile} />
            <span className={classes.itemText}>
              <span className={classes.itemName}>{profile.name || profile.host}</span>
              <span className={classes.itemHost}>{profile.route === 'mx' ? 'MX · 25' : placeName(profile)}</span>
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}

function CheckDot({ profile }: { profile: ProfileState }) {
  const { t } = useTranslation('profiles')
  const { lastCheck } = profile
  const label = lastCheck
    ? t(lastCheck.outcome === 'ok' ? 'checkedOk' : 'checkedFailed', {
        when: shortTime(lastCheck.at),
        summary: lastCheck.summary,
      })
    : t('unchecked')
  return (
    <Tooltip label={label}>
      <span className={classes.dot} data-outcome={lastCheck?.outcome} role="img" aria-label={label} />
    </Tooltip>
  )
}
