// How many of the ten lookups that SPF may cost are spent (RFC 7208 §4.6.4).
import { useTranslation } from 'react-i18next'
import classes from './records.module.css'

const most = 10

export function Lookups({ count }: { count: number }) {
  const { t } = useTranslation('diagnose')
  return (
    <span className={classes.lookups} data-over={count > most || undefined}>
      <span className={classes.bar}>
        <span style={{ width: `${Math.min(100, (100 * count) / most)}%` }} />
      </span>
      {t('lookupsOf', { count, most })}
    </span>
  )
}
