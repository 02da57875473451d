// How much of its time a certificate has left: in days, and as a bar that empties.
import { useTranslation } from 'react-i18next'
import type { Certificate } from '#shared/values/tls.ts'
import classes from './chain.module.css'

const day = 86_400_000
/** Authorities renew a month before the end; who has less left has missed that. */
const soon = 21

export function DaysLeft({ certificate: { validFrom, validTo } }: { certificate: Certificate }) {
  const { t } = useTranslation('diagnose')
  const [begin, end, now] = [Date.parse(validFrom), Date.parse(validTo), Date.now()]
  const count = Math.floor((end - now) / day)
  const state = now < begin || count < 0 ? 'bad' : count <= soon ? 'soon' : 'good'
  const share = Math.min(1, Math.max(0, (end - now) / (end - begin || 1)))
  return (
    <span className={classes.days} data-state={state}>
      <span className={classes.bar}>
        <span style={{ width: `${Math.round(100 * share)}%` }} />
      </span>
      {now < begin ? t('notYetValid') : count < 0 ? t('expired') : t('daysLeft', { count })}
    </span>
  )
}
