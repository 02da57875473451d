// What is otherwise than usual, each leading to its place, and the way back.
import { Button, UnstyledButton } from '@mantine/core'
import { IconRotate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { WireDifference } from './differences.ts'
import { showWire } from './view-store.ts'
import classes from './wire.module.css'

type ChangesProps = { differences: readonly WireDifference[]; reset: () => void }

export function Changes({ differences, reset }: ChangesProps) {
  const { t } = useTranslation('wire')
  if (differences.length === 0) return <p className={classes.why}>{t('usual')}</p>
  return (
    <div className={classes.changes}>
      <ul className={classes.chips} aria-label={t('changed')}>
        {differences.map(({ place, text, position }, index) => (
          <li key={`${place} ${index}`}>
            <UnstyledButton className={classes.chip} onClick={() => showWire(place)}>
              {position === null ? text : `${text}: ${t(position)}`}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Button size="compact-xs" variant="default" leftSection={<IconRotate size={13} />} onClick={reset}>
        {t('reset')}
      </Button>
    </div>
  )
}
