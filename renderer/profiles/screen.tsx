// The saved servers: the list at the left, the form of one at the right.
import { ActionIcon, Text, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useActions } from '../frame/actions.ts'
import { go, routeStore } from '../frame/route.ts'
import { onChange } from '../ui/changes.ts'
import { ProfileFormView } from './form.tsx'
import { ProfileList } from './list.tsx'
import classes from './profiles.module.css'
import { profileStore } from './store.ts'

const newId = 'new'

export default function ServersScreen() {
  const { t } = useTranslation('profiles')
  const { profiles } = useStore(profileStore)
  const { id } = useStore(routeStore)
  useEffect(() => {
    const read = () => void profileStore.getState().read()
    read()
    return onChange(['profiles'], read)
  }, [])
  useActions([{ id: 'new-profile', label: t('add'), keys: null, run: () => go('servers', newId) }])
  if (!profiles) return null
  const shown = id === newId ? null : (profiles.find((profile) => profile.id === id) ?? profiles[0] ?? null)
  return (
    <div className={classes.screen}>
      <div className={classes.side}>
        <header className={classes.sideHead}>
          <h1 className={classes.title}>{t('title')}</h1>
          <Tooltip label={t('add')}>
            <ActionIcon
              variant="light"
              color="ink"
              size="md"
              aria-label={t('add')}
              onClick={() => go('servers', newId)}
            >
              <IconPlus size={16} />
            </ActionIcon>
          </Tooltip>
        </header>
        {profiles.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            {t('empty')}
          </Text>
        )}
        <ProfileList profiles={profiles} shownId={shown?.id ?? null} />
      </div>
      <ProfileFormView key={shown?.id ?? newId} state={shown} />
    </div>
  )
}
