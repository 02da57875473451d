// The TLS of a session: version, suite, key exchange, and the chain with its faults at the link where they are.
import { useTranslation } from 'react-i18next'
import { inSpanish } from '#shared/explain/spanish-phrases.ts'
import type { TlsDetail } from '#shared/values/tls.ts'
import { CertificateFacts } from '../../ui/certificate-facts.tsx'
import { language } from '../../ui/language.ts'
import classes from '../diagnose.module.css'

export function TlsPanel({ tls }: { tls: TlsDetail | null }) {
  const { t } = useTranslation('diagnose')
  return (
    <section className={classes.block} aria-label={t('tls')}>
      <h2>{t('tls')}</h2>
      {tls ? <TlsFacts tls={tls} /> : <p className={classes.plain}>{t('noTls')}</p>}
    </section>
  )
}

function TlsFacts({ tls }: { tls: TlsDetail }) {
  const { t } = useTranslation('diagnose')
  const rows: [string, string][] = [
    [t('version'), tls.version],
    [t('cipher'), tls.cipher],
    [t('keyExchange'), tls.keyExchange ?? '–'],
    [t('trusted'), t(tls.authorized ? 'trustedYes' : 'trustedNo')],
  ]
  return (
    <>
      <dl className={classes.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('chain')}</h3>
      <ol className={classes.chain}>
        {tls.chain.map((certificate, position) => {
          const faults = tls.faults.filter((fault) => fault.position === position)
          return (
            <li key={certificate.sha256} data-faulty={faults.length > 0 || undefined}>
              <h4>
                {position === 0 ? t('leaf') : t('chainPosition', { position })}
                <DaysLeft validTo={certificate.validTo} />
              </h4>
              {faults.map(({ kind, message }) => (
                <p key={kind} className={classes.fault}>
                  {faultText(message)}
                </p>
              ))}
              <CertificateFacts certificate={certificate} />
            </li>
          )
        })}
      </ol>
    </>
  )
}

function DaysLeft({ validTo }: { validTo: string }) {
  const { t } = useTranslation('diagnose')
  const count = Math.floor((Date.parse(validTo) - Date.now()) / 86_400_000)
  return <span className={classes.days}>{count < 0 ? t('expired') : t('daysLeft', { count })}</span>
}

const faultText = (message: string): string => (language() === 'es' ? sentence(inSpanish(message)) : message)

const sentence = (clause: string): string =>
  `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`.replace(/\.\.$/, '.')
