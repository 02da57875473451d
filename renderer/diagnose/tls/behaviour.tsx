// What a server does beside choosing suites, and whether it should.
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { traitMark, traitWords } from '#shared/explain/tls-scan.ts'
import type { Trait } from '#shared/values/tls-scan.ts'
import { say } from '../../ui/language.ts'
import classes from './tls.module.css'

const icons = { good: IconCircleCheck, note: IconInfoCircle, warning: IconAlertTriangle, unclear: IconHelpCircle }

export function Behaviour({ traits }: { traits: readonly Trait[] }) {
  const { t } = useTranslation('diagnose')
  if (traits.length === 0) return null
  return (
    <>
      <h2>{t('behaviour')}</h2>
      <ul className={classes.traits}>
        {traits.map((trait) => {
          const mark = traitMark(trait)
          const Icon = icons[mark]
          return (
            <li key={trait.trait} data-mark={mark}>
              <Icon size={15} role="img" aria-label={t(`trait_${mark}`)} />
              {say(traitWords[trait.trait][trait.outcome === 'no' ? 1 : 0])}
            </li>
          )
        })}
      </ul>
    </>
  )
}
