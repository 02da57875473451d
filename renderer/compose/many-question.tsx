// Before many mails are sent: where they go, how many of them, and how.

import { Button, Checkbox, Group, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { placeName } from '#shared/address/index.ts'
import { mostLoggedMails } from '#shared/values/bulk-limits.ts'
import type { Envelope } from '#shared/values/draft.ts'
import classes from './many.module.css'
import type { Many, ManyPlan } from './many.ts'
import { type NumberField, readForm } from './many-form.ts'
import { manyStore } from './store.ts'

const selectForm = (many: Many) => many.form
const fieldOrder = ['label', 'input', 'description', 'error'] as const

export function ManyQuestion({ plan, envelope }: { plan: ManyPlan; envelope: Envelope }) {
  const { t } = useTranslation('compose')
  const form = useStore(manyStore, selectForm)
  const { pace, faults } = readForm(form)
  const { change, send, close } = manyStore.getState()
  const field = (name: NumberField, description?: string) => ({
    value: form[name],
    onChange: (value: number | string) => change({ [name]: value }),
    error: faults.includes(name) && t(`manyFault-${name}`),
    inputWrapperOrder: [...fieldOrder],
    description,
    hideControls: true,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const subject = plan.draft.subject || t('noSubject')
        if (pace) void send(pace, t('manyTask', { subject }))
      }}
    >
      <Place plan={plan} recipients={envelope.to} count={pace?.count ?? null} />
      <div className={classes.fields}>
        <NumberInput label={t('manyCount')} data-autofocus {...field('count', t('manyCountWhy'))} />
        <NumberInput label={t('manyConnections')} {...field('connections')} />
        <NumberInput label={t('manyWindow')} {...field('window', t('manyWindowWhy', { count: pace?.window ?? 1 }))} />
        <NumberInput
          label={t('manyMailsPerConnection')}
          placeholder={t('manyNoLimit')}
          {...field('mailsPerConnection', t('manyMailsPerConnectionWhy'))}
        />
        <NumberInput label={t('manyRate')} placeholder={t('manyNoLimit')} {...field('rate', t('manyRateWhy'))} />
        <Checkbox
          className={classes.order ?? ''}
          label={t('manyKeepsOrder')}
          description={t('manyKeepsOrderWhy')}
          checked={form.keepsOrder}
          onChange={(event) => change({ keepsOrder: event.currentTarget.checked })}
        />
        <p className={`${classes.note} ${classes.wide}`}>{t('manyLogged', { count: mostLoggedMails })}</p>
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('cancel', { ns: 'ui' })}
        </Button>
        <Button type="submit" disabled={pace === null}>
          {pace ? t('manyGo', { count: pace.count }) : t('send')}
        </Button>
      </Group>
    </form>
  )
}

/** So many are named. */
const mostNamed = 5

type PlaceProps = { plan: ManyPlan; recipients: readonly string[]; count: number | null }

function Place({ plan: { profile }, recipients, count }: PlaceProps) {
  const { t } = useTranslation('compose')
  const more = recipients.length - mostNamed
  return (
    <div className={classes.place}>
      <p>
        {t('manyTo')} <span className={classes.address}>{recipients.slice(0, mostNamed).join(', ')}</span>
        {more > 0 && ` ${t('andMore', { count: more })}`}
      </p>
      <p>{t('manyThrough', { place: placeName(profile), name: profile.name })}</p>
      <p className={profile.isLoopback ? undefined : classes.real}>
        {count !== null && <strong>{t('manyTotal', { count: count * recipients.length })} </strong>}
        {t(profile.isLoopback ? 'manyStaysHere' : 'manyIsReal')}
      </p>
    </div>
  )
}
