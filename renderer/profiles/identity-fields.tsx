// Who writes: the profile's name, the sender's name and address.
import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section.tsx'
import type { ProfileForm } from './edit.ts'
import classes from './profiles.module.css'

export function IdentityFields({ form }: { form: UseFormReturnType<ProfileForm> }) {
  const { t } = useTranslation('profiles')
  return (
    <Section title={t('identity')}>
      <TextInput label={t('name')} required {...form.getInputProps('profile.name')} />
      <div className={classes.row}>
        <TextInput label={t('senderName')} autoComplete="off" {...form.getInputProps('profile.sender.name')} />
        <TextInput
          id="profile-sender"
          label={t('senderAddress')}
          required
          type="email"
          autoComplete="off"
          {...form.getInputProps('profile.sender.address')}
        />
      </div>
    </Section>
  )
}
