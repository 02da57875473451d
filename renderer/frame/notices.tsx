// What Heloise has to say at its start, such as a database that was set aside.
import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Words } from '#shared/values/settings.ts'
import { useAppInfo } from '../ui/app-info.ts'
import { say } from '../ui/language.ts'
import classes from './banner.module.css'

export function Notices() {
  const { notices } = useAppInfo()
  const { t } = useTranslation('ui')
  const [closed, setClosed] = useState<readonly Words[]>([])
  return notices
    .filter((notice) => !closed.includes(notice))
    .map((notice) => (
      <div key={notice.en} className={classes.banner} role="status">
        <span>{say(notice)}</span>
        <CloseButton size="xs" aria-label={t('close')} onClick={() => setClosed([...closed, notice])} />
      </div>
    ))
}
