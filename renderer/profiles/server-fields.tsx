// Where the mail goes and how: route, host, port, security, and why a port implies its security.
import { NumberInput, SegmentedControl, Select, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { unixPath } from '#shared/address/index.ts'
import { portPresets } from '#shared/values/ports.ts'
import { type Profile, type Security, securities } from '#shared/values/profile.ts'
import { Section } from '../ui/section.tsx'
import { isReadableOnTheWay, type ProfileForm, withPort } from './edit.ts'
import { PortWhy } from './port-why.tsx'
import classes from './profiles.module.css'

export type FieldsProps = { form: UseFormReturnType<ProfileForm>; change: (part: Partial<Profile>) => void }

const securityLabels = {
  none: 'securityNone',
  'starttls-if-offered': 'securityIfOffered',
  starttls: 'securityStarttls',
  tls: 'securityTls',
} as const satisfies Record<Security, string>

export function ServerFields({ form, change }: FieldsProps) {
  const { t } = useTranslation('profiles')
  const { profile } = form.values
  const isSocket = unixPath(profile.host) !== null
  return (
    <Section title={t('server')}>
      <SegmentedControl
        size="xs"
        aria-label={t('route')}
        value={profile.route}
        data={[
          { value: 'relay', label: t('routeRelay') },
          { value: 'mx', label: t('routeMx') },
        ]}
        onChange={(route) =>
          change(route === 'mx' ? { route, security: 'starttls-if-offered', login: null } : { route })
        }
      />
      {profile.route === 'mx' ? (
        <Text size="sm">{t('routeMxWhy')}</Text>
      ) : (
        <>
          <TextInput
            id="profile-host"
            label={t('host')}
            required
            placeholder={t('hostPlaceholder')}
            spellCheck={false}
            autoComplete="off"
            description={isSocket && t('hostSocket')}
            {...form.getInputProps('profile.host')}
          />
          {!isSocket && <PortField form={form} change={change} />}
        </>
      )}
      <Select
        id="profile-security"
        label={t('security')}
        value={profile.security}
        data={securities.map((value) => ({ value, label: t(securityLabels[value]) }))}
        onChange={(security) => security && change({ security })}
      />
      {isReadableOnTheWay(profile) && <p className={classes.warning}>{t('readable')}</p>}
    </Section>
  )
}

const other = 'other'

function PortField({ form, change }: FieldsProps) {
  const { t } = useTranslation('profiles')
  const { profile } = form.values
  const preset = portPresets.find(({ port }) => port === profile.port)
  return (
    <div>
      <Text size="sm" fw={500} mb={4} id="port-label">
        {t('port')}
      </Text>
      <div className={classes.ports}>
        <SegmentedControl
          size="xs"
          aria-labelledby="port-label"
          value={preset ? String(preset.port) : other}
          data={[
            ...portPresets.map(({ port }) => ({ value: String(port), label: String(port) })),
            { value: other, label: t('other') },
          ]}
          onChange={(port) => change(port === other ? { port: 1025 } : withPort(profile, Number(port)))}
        />
        {!preset && (
          <NumberInput
            size="xs"
            w={110}
            id="profile-port"
            aria-label={t('otherPort')}
            hideControls
            allowDecimal={false}
            {...form.getInputProps('profile.port')}
          />
        )}
      </div>
      <PortWhy port={profile.port} />
    </div>
  )
}
