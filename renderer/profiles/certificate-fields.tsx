// Which certificates are trusted beside those of the system, and the name we greet with.
import { Button, FileButton, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '#shared/values/profile.ts'
import { Section } from '../ui/section.tsx'
import { TrustDialog } from '../ui/trust-dialog.tsx'
import { editOf } from './edit.ts'
import classes from './profiles.module.css'
import type { FieldsProps } from './server-fields.tsx'

export function CertificateFields({ form, change }: FieldsProps) {
  const { t } = useTranslation('profiles')
  const [isAsking, setAsking] = useState(false)
  const { certificate, ehloName, route } = form.values.profile
  const edit = (part: Partial<Profile['certificate']>) => change({ certificate: { ...certificate, ...part } })
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  return (
    <Section title={t('advanced')}>
      {route === 'relay' && (
        <div>
          <TextInput
            label={t('pin')}
            description={t('pinWhy')}
            spellCheck={false}
            value={certificate.pin ?? ''}
            error={form.errors['profile.certificate.pin']}
            classNames={{ input: classes.mono ?? '' }}
            onChange={(event) => edit({ pin: orNull(event.currentTarget.value.toLowerCase().replaceAll(':', '')) })}
          />
          <Button mt={6} variant="default" onClick={() => setAsking(true)}>
            {t('fetch')}
          </Button>
          {isAsking && (
            <TrustDialog
              edit={editOf(form.values)}
              close={() => setAsking(false)}
              trust={(pin) => {
                setAsking(false)
                edit({ pin })
              }}
            />
          )}
        </div>
      )}
      <Authorities pem={certificate.authorities} keep={(authorities) => edit({ authorities })} />
      {route === 'relay' && (
        <TextInput
          label={t('certificateName')}
          description={t('certificateNameWhy')}
          spellCheck={false}
          value={certificate.name ?? ''}
          onChange={(event) => edit({ name: orNull(event.currentTarget.value) })}
        />
      )}
      <TextInput
        id="profile-ehlo-name"
        label={t('ehloName')}
        description={t('ehloNameWhy')}
        spellCheck={false}
        value={ehloName ?? ''}
        error={form.errors['profile.ehloName']}
        onChange={(event) => change({ ehloName: orNull(event.currentTarget.value) })}
      />
    </Section>
  )
}

type AuthoritiesProps = { pem: string | null; keep: (pem: string | null) => void }

function Authorities({ pem, keep }: AuthoritiesProps) {
  const { t } = useTranslation('profiles')
  const count = pem?.match(/-----BEGIN CERTIFICATE-----/g)?.length ?? 0
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('authorities')}
      </Text>
      <p className={classes.why}>{t('authoritiesWhy')}</p>
      <Group gap={8} mt={6}>
        {pem !== null && <Text size="sm">{t('authoritiesCount', { count })}</Text>}
        <FileButton accept=".pem,.crt,.cer,application/x-pem-file" onChange={(file) => void file?.text().then(keep)}>
          {(props) => (
            <Button variant="default" {...props}>
              {t('chooseFile')}
            </Button>
          )}
        </FileButton>
        {pem !== null && (
          <Button variant="subtle" color="gray" onClick={() => keep(null)}>
            {t('remove', { ns: 'ui' })}
          </Button>
        )}
      </Group>
    </div>
  )
}
