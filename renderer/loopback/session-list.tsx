// The sessions that the server held, newest first; choosing one shows it in the protocol log.
import { Text, UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transcript } from '#shared/values/transcript.ts'
import { api } from '../channel/api.ts'
import { onChange } from '../ui/changes.ts'
import { showInLog } from '../ui/show-in-log.ts'
import { shortTime } from '../ui/time.ts'
import classes from './session-list.module.css'

export function SessionList() {
  const { t } = useTranslation('loopback')
  const [sessions, setSessions] = useState<readonly Transcript[] | null>(null)
  useEffect(() => {
    const read = () => void api.transcripts.list({ origin: 'loopback', limit: 200 }).then(setSessions)
    read()
    return onChange(['transcripts', 'inbox'], read)
  }, [])
  if (!sessions) return null
  return (
    <>
      <Text size="sm" c="dimmed" py="sm">
        {t(sessions.length === 0 ? 'noSessions' : 'sessionsWhy')}
      </Text>
      <ul className={classes.sessions}>
        {sessions.map(({ id, name, startedAt, outcome, entryCount }) => (
          <li key={id}>
            <UnstyledButton onClick={() => void showInLog(id, { kind: 'session' })}>
              <span data-outcome={outcome} className={classes.outcome} />
              <time>{shortTime(startedAt)}</time>
              <code>{name}</code>
              <span>{entryCount}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  )
}
