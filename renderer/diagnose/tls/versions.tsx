// The versions of TLS from the oldest to the newest: which are taken, and whether that is good.
import { IconCircleCheck, IconCircleX, IconHelpCircle, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { tlsTerms } from '#shared/explain/tls-scan.ts'
import type { ScannedVersion } from '#shared/values/tls-scan.ts'
import { say } from '../../ui/language.ts'
import classes from './tls.module.css'
import { versionMark } from './version-mark.ts'

export function Versions({ versions }: { versions: readonly ScannedVersion[] }) {
  const { t } = useTranslation('diagnose')
  if (versions.length === 0) return null
  return (
    <>
      <h2>{t('versions')}</h2>
      <ul className={classes.versions}>
        {versions.map((scanned) => {
          const mark = versionMark(scanned)
          const Icon = icons[mark]
          return (
            <li key={scanned.version} data-mark={mark} title={scanned.answer}>
              <Icon size={16} aria-hidden />
              <strong>{scanned.version}</strong>
              <span>{say(tlsTerms.outcomes[scanned.outcome])}</span>
              {mark === 'bad' && <small>{t('tooOld')}</small>}
              {mark === 'wanting' && <small>{t('shouldBeOffered')}</small>}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const icons = {
  good: IconCircleCheck,
  absent: IconMinus,
  bad: IconCircleX,
  wanting: IconCircleX,
  unclear: IconHelpCircle,
}
