// What a quick scan tells of the suites: which kinds of them are taken.
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { tlsTerms } from '#shared/explain/tls-scan.ts'
import type { ScannedClass } from '#shared/values/tls-scan.ts'
import type { SuiteClass } from '#shared/values/tls-scan-terms.ts'
import { say } from '../../ui/language.ts'
import classes from './tls.module.css'

/** All others are better not taken. */
const wanted: ReadonlySet<SuiteClass> = new Set(['pfs-aead', 'pfs-cbc'])

export function SuiteKinds({ kinds }: { kinds: readonly ScannedClass[] }) {
  const { t } = useTranslation('diagnose')
  if (kinds.length === 0) return null
  return (
    <>
      <h2>{t('suiteKinds')}</h2>
      <ul className={classes.kinds}>
        {kinds.map((kind) => (
          <li key={kind.class} data-mark={markOf(kind)}>
            <span>
              {kind.outcome === 'yes' && <IconCheck size={14} aria-hidden />} {say(tlsTerms.classes[kind.class])}
            </span>
            <small>
              {kind.outcome === 'yes'
                ? [kind.suite?.name, kind.version].filter(Boolean).join(' · ')
                : say(tlsTerms.outcomes[kind.outcome])}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function markOf({ class: kind, outcome }: ScannedClass): string {
  if (outcome === 'unclear') return 'unclear'
  if (outcome === 'no') return 'absent'
  return wanted.has(kind) ? 'good' : 'bad'
}
