// One certificate in the words a person compares: for whom, by whom, which names, until when, its fingerprint.
import { useTranslation } from 'react-i18next'
import type { Certificate } from '#shared/values/tls.ts'
import classes from './certificate-facts.module.css'
import { language } from './language.ts'

export function CertificateFacts({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('ui')
  const rows: [string, string, boolean][] = [
    [t('certificateSubject'), oneLine(certificate.subject), false],
    [t('certificateIssuer'), oneLine(certificate.issuer), false],
    [t('certificateNames'), certificate.names.join(', ') || '–', true],
    [t('certificateValid'), `${date(certificate.validFrom)} – ${date(certificate.validTo)}`, false],
    [t('certificateKey'), `${certificate.key}, ${certificate.signatureAlgorithm}`, false],
    ['SHA-256', inPairs(certificate.sha256), true],
  ]
  return (
    <dl className={classes.facts}>
      {rows.map(([name, value, isMono]) => (
        <div key={name} className={classes.row}>
          <dt>{name}</dt>
          <dd data-mono={isMono || undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const oneLine = (name: string): string => name.replaceAll('\n', ', ')
const inPairs = (hex: string): string => hex.toUpperCase().match(/../g)?.join(':') ?? hex
const date = (iso: string): string => new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(iso))
