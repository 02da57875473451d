// The login: user, password or token, mechanism. The password goes to the keyring and never comes back to the window.
import { Button, Checkbox, PasswordInput, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Login, mechanisms } from '#shared/values/profile.ts'
import { api } from '../channel/api.ts'
import { Section } from '../ui/section.tsx'
import { mayStayPlain, newLogin } from './edit.ts'
import classes from './profiles.module.css'
import type { FieldsProps } from './server-fields.tsx'
import { profileStore } from './store.ts'

export function LoginFields({ form, change, hasSecret }: FieldsProps & { hasSecret: boolean }) {
  const { t } = useTranslation('profiles')
  const { profile } = form.values
  const { login } = profile
  const edit = (part: Partial<Login>) => login && change({ login: { ...login, ...part } })
  const forget = async () => {
    await api.profiles.save({ profile, secret: null })
    await profileStore.getState().read()
  }
  return (
    <Section title={t('login')}>
      <Switch
        label={t('needsLogin')}
        checked={login !== null}
        onChange={(event) => change({ login: event.currentTarget.checked ? newLogin(profile) : null })}
      />
      {login && (
        <>
          <div className={classes.row}>
            <TextInput
              id="profile-user"
              label={t('user')}
              required
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps('profile.login.user')}
            />
            <PasswordInput
              id="profile-secret"
              label={t(login.mechanism === 'XOAUTH2' ? 'token' : 'password')}
              placeholder={hasSecret ? t('passwordKept') : ''}
              autoComplete="new-password"
              {...form.getInputProps('secret')}
            />
          </div>
          {hasSecret && (
            <Button variant="subtle" color="gray" className={classes.inline} onClick={() => void forget()}>
              {t('forgetPassword')}
            </Button>
          )}
          <Select
            id="profile-mechanism"
            label={t('mechanism')}
            value={login.mechanism}
            data={[
              { value: 'automatic', label: t('automatic') },
              ...mechanisms.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(mechanism) => mechanism && edit({ mechanism })}
          />
          {mayStayPlain(profile.security) && (
            <Checkbox
              size="sm"
              label={t('allowPlaintext')}
              description={t('allowPlaintextWhy')}
              checked={login.allowPlaintext}
              onChange={(event) => edit({ allowPlaintext: event.currentTarget.checked })}
            />
          )}
        </>
      )}
    </Section>
  )
}
