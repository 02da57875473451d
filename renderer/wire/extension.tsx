// One extension: what it does, whether the server offers it, its three-way switch, and under it what can be said by it.
import { SegmentedControl } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExtensionKeyword } from '#shared/values/wire-options.ts'
import { say } from '../ui/language.ts'
import { useWire } from './editing.ts'
import { extensionText, offerOf } from './extension-text.ts'
import { Mark } from './fields.tsx'
import classes from './wire.module.css'
import { switches } from './wire-form.ts'

type ExtensionProps = { keyword: ExtensionKeyword; children?: ReactNode }

export function Extension({ keyword, children }: ExtensionProps) {
  const { t } = useTranslation('wire')
  const { form, change, offers, changed, faultAt } = useWire()
  const place = `switch-${keyword}` as const
  const fault = faultAt(place)
  const offer = offerOf(offers, keyword)
  const Offered = offer === null ? IconMinus : IconCheck
  const offered = t(offer === null ? 'notOffered' : 'offered')
  return (
    <div className={classes.extension}>
      <div className={classes.head}>
        <code className={classes.keyword}>{keyword}</code>
        <Mark isShown={changed.has(place)} />
        {offers !== null && (
          <span className={classes.offer} data-offered={offer !== null || undefined} title={offered}>
            <Offered size={13} stroke={2.2} aria-hidden />
            <span className={classes.offerText}>{offered}</span>
          </span>
        )}
        <SegmentedControl
          className={classes.switch ?? ''}
          size="xs"
          data-wire={place}
          aria-label={keyword}
          value={form.extensions[keyword] ?? 'as-offered'}
          data={[
            { value: 'off', label: t('off') },
            { value: 'as-offered', label: t('as-offered') },
            { value: 'on', label: t('on') },
          ]}
          onChange={(position) => change({ extensions: switches({ ...form.extensions, [keyword]: position }) })}
        />
      </div>
      <p className={classes.why}>{say(extensionText(keyword, offer))}</p>
      {fault && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
      {children && <div className={classes.values}>{children}</div>}
    </div>
  )
}
