// Lines or waterfall: two pictures of the same session.
import { IconListDetails, IconTimeline } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import classes from './picture-switch.module.css'
import { viewStore } from './store.ts'

const pictures = { log: IconListDetails, waterfall: IconTimeline }
const names = ['log', 'waterfall'] as const

export function PictureSwitch() {
  const { t } = useTranslation('transcript')
  const current = useStore(viewStore, (store) => store.picture)
  return (
    <fieldset className={classes.switch} aria-label={t('picture')}>
      {names.map((name) => {
        const Icon = pictures[name]
        return (
          <button
            key={name}
            type="button"
            className={classes.choice}
            aria-pressed={name === current}
            aria-label={t(name)}
            title={t(name)}
            onClick={() => viewStore.getState().setPicture(name)}
          >
            <Icon size={15} stroke={1.8} aria-hidden />
            <span className={classes.name}>{t(name)}</span>
          </button>
        )
      })}
    </fieldset>
  )
}
