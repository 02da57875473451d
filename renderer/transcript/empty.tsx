// Before the first session: what will be seen here, and the last sessions of other days.
import { UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transcript } from '#shared/values/transcript.ts'
import { api } from '../channel/api.ts'
import { EarlierSession } from './earlier-session.tsx'
import classes from './empty.module.css'
import { gone } from './row-scans.ts'
import { transcriptStore } from './store.ts'

const most = 4

export function Empty() {
  const { t } = useTranslation('transcript')
  const [earlier, setEarlier] = useState<readonly Transcript[]>([])
  useEffect(() => void api.transcripts.list({ origin: null, limit: most }).then(setEarlier, gone), [])
  return (
    <div className={classes.empty}>
      <h2 className={classes.title}>{t('emptyTitle')}</h2>
      <p className={classes.text}>{t('emptyText')}</p>
      {earlier.length > 0 && (
        <ul className={classes.earlier} aria-label={t('earlier')}>
          {earlier.map((transcript) => (
            <li key={transcript.id}>
              <UnstyledButton
                className={classes.session}
                onClick={() => void transcriptStore.getState().show(transcript.id)}
              >
                <EarlierSession transcript={transcript} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
