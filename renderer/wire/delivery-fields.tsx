// What servers are asked to heed on the mail's further way: later, in time, how urgent, only encrypted.
import { useTranslation } from 'react-i18next'
import { useWire } from './editing.ts'
import { Extension } from './extension.tsx'
import { Choice, TextField, Tick } from './fields.tsx'
import { localMoment, momentAfter, wireMoment } from './moment.ts'

export function DeliveryFields() {
  const { form, change } = useWire()
  return (
    <>
      <Extension keyword="FUTURERELEASE">
        <Hold />
      </Extension>
      <Extension keyword="DELIVERBY">
        <DeliverBy />
      </Extension>
      <Extension keyword="MT-PRIORITY">
        <TextField
          place="priority"
          inputMode="numeric"
          value={form.priority}
          set={(priority) => change({ priority })}
        />
      </Extension>
      <Extension keyword="REQUIRETLS">
        <Tick place="requireTls" checked={form.requireTls} set={(requireTls) => change({ requireTls })} />
      </Extension>
    </>
  )
}

/** Seconds to begin with: an hour. */
const anHour = 3600

function Hold() {
  const { t } = useTranslation('wire')
  const { form, change } = useWire()
  const { hold } = form
  const begin = {
    none: { kind: 'none', seconds: '', at: '' },
    for: { kind: 'for', seconds: String(anHour), at: '' },
    until: { kind: 'until', seconds: '', at: momentAfter(anHour, Date.now()) },
  } as const
  return (
    <>
      <Choice
        place="hold"
        value={hold.kind}
        options={(['none', 'for', 'until'] as const).map((value) => ({ value, label: t(`hold-${value}`) }))}
        set={(kind) => change({ hold: begin[kind] })}
      />
      {hold.kind === 'for' && (
        <TextField
          place="hold"
          label={t('holdSeconds')}
          inputMode="numeric"
          value={hold.seconds}
          set={(seconds) => change({ hold: { ...hold, seconds } })}
        />
      )}
      {hold.kind === 'until' && (
        <TextField
          place="hold"
          label={t('holdUntil')}
          why={hold.at}
          type="datetime-local"
          value={localMoment(hold.at)}
          set={(local) => change({ hold: { ...hold, at: wireMoment(local) } })}
        />
      )}
    </>
  )
}

function DeliverBy() {
  const { t } = useTranslation('wire')
  const { form, change } = useWire()
  const { deliverBy } = form
  const begin = (kind: typeof deliverBy.kind) =>
    kind === 'none'
      ? { kind, seconds: '', isTraced: false }
      : { ...deliverBy, kind, seconds: deliverBy.seconds || String(anHour) }
  return (
    <>
      <Choice
        place="deliverBy"
        value={deliverBy.kind}
        options={(['none', 'return', 'notify'] as const).map((value) => ({ value, label: t(`deliverBy-${value}`) }))}
        set={(kind) => change({ deliverBy: begin(kind) })}
      />
      {deliverBy.kind !== 'none' && (
        <>
          <TextField
            place="deliverBy"
            label={t('deliverBySeconds')}
            inputMode="numeric"
            value={deliverBy.seconds}
            set={(seconds) => change({ deliverBy: { ...deliverBy, seconds } })}
          />
          <Tick
            place="deliverBy"
            label={t('isTraced')}
            checked={deliverBy.isTraced}
            set={(isTraced) => change({ deliverBy: { ...deliverBy, isTraced } })}
          />
        </>
      )}
    </>
  )
}
