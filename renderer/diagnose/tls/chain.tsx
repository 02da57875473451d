// The certificate chain as a picture: who is signed by whom, the link that fails, and how long each is still valid.
import { IconArrowRight, IconLinkOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { inSpanish } from '#shared/explain/spanish-phrases.ts'
import type { TlsDetail } from '#shared/values/tls.ts'
import { CertificateFacts } from '../../ui/certificate-facts.tsx'
import { language } from '../../ui/language.ts'
import classes from './chain.module.css'
import { type ChainStep, chainSteps, shortName } from './chain-steps.ts'
import { DaysLeft } from './days-left.tsx'

export function Chain({ tls }: { tls: Pick<TlsDetail, 'chain' | 'faults'> }) {
  const { t } = useTranslation('diagnose')
  const steps = chainSteps(tls)
  return (
    <ol className={classes.chain} aria-label={t('chain')}>
      {steps.map((step) => (
        <li key={step.certificate.sha256}>
          <Step step={step} />
          <Link step={step} />
        </li>
      ))}
      <Above step={steps.at(-1)} />
    </ol>
  )
}

function Step({ step: { certificate, position, faults } }: { step: ChainStep }) {
  const { t } = useTranslation('diagnose')
  const role = position === 0 ? t('leaf') : t(certificate.isSelfSigned ? 'rootAuthority' : 'authority')
  return (
    <div className={classes.step} data-faulty={faults.length > 0 || undefined}>
      <small>{role}</small>
      <strong>{shortName(certificate.subject)}</strong>
      <DaysLeft certificate={certificate} />
      {faults.map(({ kind, message }) => (
        <p key={kind} className={classes.fault}>
          {faultText(message)}
        </p>
      ))}
      <details>
        <summary>{t('certificateDetails')}</summary>
        <CertificateFacts certificate={certificate} />
      </details>
    </div>
  )
}

function Link({ step: { link } }: { step: ChainStep }) {
  const { t } = useTranslation('diagnose')
  if (link === 'end') return null
  const isBroken = link === 'broken'
  return (
    <span className={classes.link} data-broken={isBroken || undefined}>
      {isBroken ? <IconLinkOff size={18} aria-hidden /> : <IconArrowRight size={18} aria-hidden />}
      <span>{t(isBroken ? 'linkBroken' : 'signedBy')}</span>
    </span>
  )
}

/** The authority above the last that was sent; it need not be, but it has to be known. */
function Above({ step }: { step: ChainStep | undefined }) {
  const { t } = useTranslation('diagnose')
  if (step === undefined || step.link === 'end') return null
  const isMissing = step.link === 'broken'
  return (
    <li>
      <div className={classes.step} data-faulty={isMissing || undefined} data-absent>
        <small>{t('authority')}</small>
        <strong>{shortName(step.certificate.issuer)}</strong>
        <span className={classes.absent}>{t(isMissing ? 'authorityMissing' : 'authorityKnown')}</span>
      </div>
    </li>
  )
}

const faultText = (message: string): string => (language() === 'es' ? sentence(inSpanish(message)) : message)

const sentence = (clause: string): string =>
  `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`.replace(/\.\.$/, '.')
