// Our side of TLS: versions, ciphers, and the certificate that we show to a server that asks for one.
import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TlsChoice } from '#shared/values/tls-choice.ts'
import { tlsVersions } from '#shared/values/tls-versions.ts'
import { Section } from '../ui/section.tsx'
import { ClientCertificate } from './client-certificate.tsx'
import classes from './profiles.module.css'
import type { FieldsProps } from './server-fields.tsx'

const versions = tlsVersions.map((value) => ({ value, label: value.replace(/^TLSv1$/, 'TLSv1.0').replace('v', ' ') }))

export function TlsFields({ form, change }: FieldsProps) {
  const { t } = useTranslation('profiles')
  const { tls, route } = form.values.profile
  const edit = (part: Partial<TlsChoice>) => change({ tls: { ...tls, ...part } })
  return (
    <Section title={t('tls')}>
      <div className={classes.row}>
        <Select
          label={t('tlsMin')}
          placeholder={t('tlsMinUsual')}
          clearable
          value={tls.minVersion}
          data={versions}
          onChange={(minVersion) => edit({ minVersion })}
        />
        <Select
          label={t('tlsMax')}
          placeholder={t('tlsMaxUsual')}
          clearable
          value={tls.maxVersion}
          data={versions}
          error={form.errors['profile.tls.maxVersion']}
          onChange={(maxVersion) => edit({ maxVersion })}
        />
      </div>
      <TextInput
        label={t('ciphers')}
        description={t('ciphersWhy')}
        spellCheck={false}
        value={tls.ciphers ?? ''}
        classNames={{ input: classes.mono ?? '' }}
        onChange={(event) => edit({ ciphers: event.currentTarget.value.trim() || null })}
      />
      {route === 'relay' && <ClientCertificate form={form} change={change} />}
    </Section>
  )
}
