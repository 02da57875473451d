// The login: user, password or token, mechanism. The password goes to the keyring and never comes back to the window.
import { Button, Checkbox, PasswordInput, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { mechanisms, needsSecret, takesToken } from '#shared/values/mechanisms.ts'
import type { Login } from '#shared/values/profile.ts'
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
              required={needsSecret(login.mechanism)}
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps('profile.login.user')}
            />
            {needsSecret(login.mechanism) && (
              <PasswordInput
                id="profile-secret"
                label={t(takesToken(login.mechanism) ? 'token' : 'password')}
                placeholder={hasSecret ? t('passwordKept') : ''}
                autoComplete="new-password"
                {...form.getInputProps('secret')}
              />
            )}
          </div>
          {login.mechanism === 'EXTERNAL' && <p className={classes.why}>{t('externalWhy')}</p>}
          {login.mechanism === 'ANONYMOUS' && <p className={classes.why}>{t('anonymousWhy')}</p>}
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
