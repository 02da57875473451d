// The TLS of one session: version, suite, key exchange, and whether its certificate is trusted.
import { useTranslation } from 'react-i18next'
import type { TlsDetail } from '#shared/values/tls.ts'
import classes from './tls.module.css'

export function SessionTls({ tls }: { tls: TlsDetail }) {
  const { t } = useTranslation('diagnose')
  const trust = tls.dane === undefined ? t(tls.authorized ? 'trustedYes' : 'trustedNo') : `TLSA ${tls.dane}`
  const rows: [string, string][] = [
    [t('version'), tls.version],
    [t('cipher'), tls.cipher],
    [t('keyExchange'), tls.keyExchange ?? '–'],
    [t('trusted'), trust],
  ]
  return (
    <>
      <h2>{t('session')}</h2>
      <dl className={classes.lists}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
