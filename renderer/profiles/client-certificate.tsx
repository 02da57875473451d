// The certificate that we show: chosen as files, which go with their passphrase to the keyring. The key never comes back.
import { Button, FileButton, Group, PasswordInput, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClientKey } from '#shared/values/tls-choice.ts'
import { clientFilesIn } from './client-files.ts'
import type { ProfileForm } from './edit.ts'
import classes from './profiles.module.css'
import type { FieldsProps } from './server-fields.tsx'

export function ClientCertificate({ form }: FieldsProps) {
  const { t } = useTranslation('profiles')
  const { profile, clientKey } = form.values
  const { tls } = profile
  const set = (client: string | null, key: ClientKey | null) => {
    form.setValues({ profile: { ...profile, tls: { ...tls, client } }, clientKey: key })
  }
  const take = async (files: readonly File[]) => {
    const found = await clientFilesIn(files)
    const key = found.key ?? clientKey ?? null
    form.setFieldError('clientKey', found.certificate === null && found.key === null ? t('clientNothing') : null)
    if (found.certificate !== null || found.key !== null)
      form.setValues({
        profile: { ...profile, tls: { ...tls, client: found.certificate ?? tls.client } },
        ...(key === null ? {} : { clientKey: key }),
      })
  }
  const hasAny = tls.client !== null || (clientKey ?? null) !== null
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('client')}
      </Text>
      <p className={classes.why}>{t('clientWhy')}</p>
      <Group gap={8} mt={6}>
        {hasAny && <Text size="sm">{t(situationOf(form.values))}</Text>}
        <FileButton multiple accept=".pem,.crt,.cer,.key,.p12,.pfx" onChange={(files) => void take(files)}>
          {(props) => (
            <Button variant="default" {...props}>
              {t('chooseFiles')}
            </Button>
          )}
        </FileButton>
        {hasAny && (
          <Button variant="subtle" color="gray" onClick={() => set(null, null)}>
            {t('remove', { ns: 'ui' })}
          </Button>
        )}
      </Group>
      {form.errors.clientKey && (
        <Text size="sm" c="red">
          {form.errors.clientKey}
        </Text>
      )}
      {clientKey && (
        <PasswordInput
          mt={8}
          label={t('passphrase')}
          description={t('passphraseWhy')}
          autoComplete="new-password"
          value={clientKey.passphrase ?? ''}
          onChange={(event) =>
            form.setFieldValue('clientKey', { ...clientKey, passphrase: event.currentTarget.value || null })
          }
        />
      )}
    </div>
  )
}

/** What is there of the two that are needed. */
function situationOf({ profile, clientKey }: ProfileForm) {
  if (clientKey?.kind === 'pkcs12') return 'clientChosen'
  if (clientKey) return profile.tls.client === null ? 'clientKeyAlone' : 'clientChosen'
  return 'clientThere'
}
