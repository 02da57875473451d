// What recipients' domains may demand of the way to their servers: honoured when the person wants it.
import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Policies } from '#shared/values/connection.ts'
import { Section } from '../ui/section.tsx'
import type { FieldsProps } from './server-fields.tsx'

export function PolicyFields({ form, change }: FieldsProps) {
  const { t } = useTranslation('profiles')
  const { policies } = form.values.profile
  const edit = (part: Partial<Policies>) => change({ policies: { ...policies, ...part } })
  return (
    <Section title={t('policies')}>
      <Switch
        label={t('mtaSts')}
        description={t('mtaStsWhy')}
        checked={policies.mtaSts}
        onChange={(event) => edit({ mtaSts: event.currentTarget.checked })}
      />
      <Switch
        label={t('dane')}
        description={t('daneWhy')}
        checked={policies.dane}
        onChange={(event) => edit({ dane: event.currentTarget.checked })}
      />
    </Section>
  )
}
