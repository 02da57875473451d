// User and password of a profile, asked for where the login failed.
import { Button, Group, Modal, PasswordInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '#shared/values/profile.ts'

type PasswordDialogProps = { profile: Profile; close(): void; save(profile: Profile, secret: string): void }

export function PasswordDialog({ profile, close, save }: PasswordDialogProps) {
  const { t } = useTranslation('compose')
  const { t: ui } = useTranslation('ui')
  const { login } = profile
  const [user, setUser] = useState(login?.user ?? '')
  const [secret, setSecret] = useState('')
  if (!login) return null
  return (
    <Modal opened onClose={close} title={t('passwordTitle', { name: profile.name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save({ ...profile, login: { ...login, user } }, secret)
        }}
      >
        <Text size="sm" c="dimmed" mb="sm">
          {t('passwordText', { host: profile.host })}
        </Text>
        <TextInput label={t('user')} value={user} onChange={(event) => setUser(event.currentTarget.value)} mb="sm" />
        <PasswordInput
          label={t('password')}
          data-autofocus
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {ui('cancel')}
          </Button>
          <Button type="submit" disabled={secret === '' || user === ''}>
            {t('saveAndRetry')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
