// The sessions that storage has, newest first, to open again.
import { ActionIcon, Menu } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transcript } from '#shared/values/transcript.ts'
import { api } from '../channel/api.ts'
import classes from './earlier-session.module.css'
import { EarlierSession } from './earlier-session.tsx'
import { transcriptStore } from './store.ts'

const most = 60

export function EarlierMenu() {
  const { t } = useTranslation('transcript')
  const [list, setList] = useState<readonly Transcript[]>([])
  const read = async () => setList(await api.transcripts.list({ origin: null, limit: most }))
  return (
    <Menu
      position="top-end"
      shadow="md"
      width={360}
      classNames={{ dropdown: classes.menu, itemLabel: classes.label }}
      onOpen={() => void read()}
    >
      <Menu.Target>
        <ActionIcon size={26} aria-label={t('earlier')} title={t('earlier')}>
          <IconHistory size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('earlier')}</Menu.Label>
        {list.length === 0 && <Menu.Item disabled>{t('earlierNone')}</Menu.Item>}
        {list.map((transcript) => (
          <Menu.Item key={transcript.id} onClick={() => void transcriptStore.getState().show(transcript.id)}>
            <EarlierSession transcript={transcript} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
