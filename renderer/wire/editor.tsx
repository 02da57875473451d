// 'On the wire' as a person edits it: for one mail, or for all mails of a profile. Whoever shows it keeps what is typed.
import { useTranslation } from 'react-i18next'
import type { Capability } from '#shared/values/capability.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { Changes } from './changes.tsx'
import { DeliveryFields } from './delivery-fields.tsx'
import { differencesOf } from './differences.ts'
import { WireContext } from './editing.ts'
import { Group } from './group.tsx'
import { HandFields } from './hand-fields.tsx'
import { OriginFields } from './origin-fields.tsx'
import type { WirePlace } from './places.ts'
import { readWire } from './read-wire.ts'
import { ReportFields } from './report-fields.tsx'
import { TransferFields } from './transfer-fields.tsx'
import classes from './wire.module.css'
import { type WireForm, wireFormOf } from './wire-form.ts'

export type WireEditorProps = {
  form: WireForm
  /** What the server offered when it was last spoken to; null when it never was, or is not one server. */
  offers: readonly Capability[] | null
  /** What the last attempt came to grief over. */
  told?: { readonly place: WirePlace; readonly text: string } | null
  onChange(form: WireForm): void
}

export function WireEditor({ form, offers, told = null, onChange }: WireEditorProps) {
  const { t } = useTranslation('wire')
  const { wire, faults } = readWire(form, defaultWire)
  const differences = differencesOf(wire)
  const editing = {
    form,
    change: (part: Partial<WireForm>) => onChange({ ...form, ...part }),
    offers,
    changed: new Set(differences.map(({ place }) => place)),
    faultAt(place: WirePlace) {
      const fault = faults.find((one) => one === place)
      return fault ? t(`wanted-${fault}`) : told?.place === place ? told.text : null
    },
  }
  return (
    <WireContext value={editing}>
      <div className={classes.editor}>
        <Changes differences={differences} reset={() => onChange(wireFormOf(defaultWire))} />
        <p className={classes.why}>
          {t('switchWhy')} {offers === null && t('offersUnknown')}
        </p>
        <Group group="reports">
          <ReportFields />
        </Group>
        <Group group="transfer">
          <TransferFields />
        </Group>
        <Group group="delivery">
          <DeliveryFields />
        </Group>
        <Group group="origin">
          <OriginFields />
        </Group>
        <Group group="byHand">
          <HandFields />
        </Group>
      </div>
    </WireContext>
  )
}
