// Delivery reports (RFC 3461): when the sender wants one, and what it is to hold.
import { Checkbox, Group as Row } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dsnEvents } from '#shared/values/wire-defaults.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import { useWire } from './editing.ts'
import { Extension } from './extension.tsx'
import { Choice, Mark, TextField } from './fields.tsx'
import classes from './wire.module.css'

export function ReportFields() {
  const { t } = useTranslation('wire')
  const { form, change } = useWire()
  const { ret, envid, orcpt } = form
  return (
    <Extension keyword="DSN">
      <Events />
      <Choice
        place="ret"
        value={ret ?? 'none'}
        options={(['none', 'HDRS', 'FULL'] as const).map((value) => ({ value, label: t(`ret-${value}`) }))}
        set={(value) => change({ ret: value === 'none' ? null : value })}
      />
      <Choice
        place="orcpt"
        value={orcpt.kind}
        options={(['none', 'recipient', 'other'] as const).map((value) => ({ value, label: t(`orcpt-${value}`) }))}
        set={(kind) => change({ orcpt: { kind, text: '' } })}
      />
      {orcpt.kind === 'other' && (
        <TextField
          place="orcpt"
          label={t('orcptOther')}
          placeholder="rfc822;ana@example.com"
          value={orcpt.text}
          set={(text) => change({ orcpt: { kind: 'other', text } })}
        />
      )}
      <TextField place="envid" why={t('envidWhy')} value={envid} set={(envid) => change({ envid })} />
    </Extension>
  )
}

type DsnEvent = WireOptions['dsn']['notify'][number]

/** The usual ones first. */
const shownEvents = dsnEvents.toSorted((one, other) => Number(one === 'NEVER') - Number(other === 'NEVER'))

function Events() {
  const { t } = useTranslation('wire')
  const { form, change, changed, faultAt } = useWire()
  const { notify } = form
  const fault = faultAt('notify')
  return (
    <fieldset className={classes.fieldset} data-wire="notify">
      <legend className={classes.label}>
        {t('notify')} <Mark isShown={changed.has('notify')} />
      </legend>
      <Row gap="4px 14px">
        {shownEvents.map((event) => (
          <Checkbox
            key={event}
            size="xs"
            label={t(`notify-${event}`)}
            checked={notify.includes(event)}
            onChange={({ currentTarget: { checked } }) => change({ notify: toggled(notify, event, checked) })}
          />
        ))}
      </Row>
      {fault ? <p className={classes.fault}>{fault}</p> : <p className={classes.why}>{t('notifyWhy')}</p>}
    </fieldset>
  )
}

/** RFC 3461 §4.1: NEVER stands alone. */
function toggled(notify: readonly DsnEvent[], event: DsnEvent, isWanted: boolean): DsnEvent[] {
  if (event === 'NEVER') return isWanted ? ['NEVER'] : []
  return dsnEvents.filter((one) => one !== 'NEVER' && (one === event ? isWanted : notify.includes(one)))
}
