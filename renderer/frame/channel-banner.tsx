// Says so while the channel to the main process is gone.
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { channelState } from '../channel/api.ts'
import classes from './banner.module.css'

export function ChannelBanner() {
  const { t } = useTranslation('ui')
  const state = useStore(channelState)
  if (state !== 'lost') return null
  return (
    <p className={classes.banner} role="alert">
      {t('channelLost')}
    </p>
  )
}
