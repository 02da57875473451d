// The form of one profile: fields, the outcome of a test, and what can be done with it.
import { Button, Group, Text, Tooltip } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconMessageQuestion, IconPlugConnected, IconStethoscope, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Profile, ProfileState } from '#shared/values/profile.ts'
import { useActions } from '../frame/actions.ts'
import { go, routeStore } from '../frame/route.ts'
import { AskDialog } from './ask-dialog.tsx'
import { CertificateFields } from './certificate-fields.tsx'
import { ConnectionFields } from './connection-fields.tsx'
import { editOf, formOf, type ProfileForm } from './edit.ts'
import { focusNamed } from './focus-field.ts'
import { IdentityFields } from './identity-fields.tsx'
import { LoginFields } from './login-fields.tsx'
import { PolicyFields } from './policy-fields.tsx'
import classes from './profiles.module.css'
import { ServerFields } from './server-fields.tsx'
import { profileStore } from './store.ts'
import { TestOutcome } from './test-outcome.tsx'
import { TlsFields } from './tls-fields.tsx'
import { useFaults } from './validate.ts'
import { showWireFault, WireFields } from './wire-fields.tsx'

export function ProfileFormView({ state }: { state: ProfileState | null }) {
  const { t } = useTranslation('profiles')
  const validate = useFaults()
  const form = useForm<ProfileForm>({ initialValues: formOf(state), validate, validateInputOnBlur: true })
  const { profile } = form.values
  const { query } = useStore(routeStore)
  const [isAsking, setAsking] = useState(false)
  const name = profile.name || profile.host || t('unnamed')

  const save = form.onSubmit(async (values) => {
    const saved = await profileStore.getState().save(editOf(values))
    form.setInitialValues(formOf(saved))
    form.reset()
    go('servers', saved.id)
  }, showWireFault)
  const check = (checked: Profile) =>
    void profileStore.getState().check(editOf({ ...form.values, profile: checked }), t('testing', { name }))
  const test = form.onSubmit((values) => check(values.profile), showWireFault)
  const openAsk = form.onSubmit(() => setAsking(true), showWireFault)
  const change = (part: Partial<ProfileForm['profile']>) =>
    form.setFieldValue('profile', { ...form.values.profile, ...part })

  useEffect(() => {
    if (query.field) focusNamed(query.field)
  }, [query.field])
  useActions([
    { id: 'save-profile', label: `${t('save', { ns: 'ui' })}: ${name}`, keys: 'mod+S', run: () => save() },
    { id: 'test-profile', label: `${t('test')}: ${name}`, keys: 'mod+Enter', run: () => test() },
    { id: 'ask-profile', label: t('askTitle', { name }), keys: null, run: () => openAsk() },
  ])
  return (
    <form className={classes.form} onSubmit={save} noValidate>
      <div className={classes.fields}>
        {profile.isLoopback && <p className={classes.note}>{t('loopbackProfile')}</p>}
        <IdentityFields form={form} />
        <fieldset disabled={profile.isLoopback} style={{ display: 'contents' }}>
          <ServerFields form={form} change={change} />
          {profile.route === 'mx' && <PolicyFields form={form} change={change} />}
          {profile.route === 'relay' && (
            <LoginFields form={form} change={change} hasSecret={state?.hasSecret ?? false} />
          )}
          <CertificateFields form={form} change={change} />
          <TlsFields form={form} change={change} />
          <ConnectionFields form={form} change={change} hasSecret={state?.hasProxySecret ?? false} />
        </fieldset>
        <WireFields form={form} state={state} />
      </div>
      <TestOutcome values={form.values} change={change} test={check} />
      {isAsking && <AskDialog edit={editOf(form.values)} name={name} close={() => setAsking(false)} />}
      <footer className={classes.foot}>
        <Button type="submit" disabled={!form.isDirty() && state !== null}>
          {t('save', { ns: 'ui' })}
        </Button>
        {profile.route === 'relay' && (
          <Tooltip label={t('testWhy')}>
            <Button variant="default" leftSection={<IconPlugConnected size={15} />} onClick={() => test()}>
              {t('test')}
            </Button>
          </Tooltip>
        )}
        {profile.route === 'relay' && (
          <Tooltip label={t('askOpenWhy')}>
            <Button variant="default" leftSection={<IconMessageQuestion size={15} />} onClick={() => openAsk()}>
              {t('askOpen')}
            </Button>
          </Tooltip>
        )}
        {state && profile.route === 'relay' && (
          <Button
            variant="default"
            leftSection={<IconStethoscope size={15} />}
            onClick={() => go('diagnose', null, { profile: state.id })}
          >
            {t('diagnose')}
          </Button>
        )}
        {form.isDirty() && (
          <Group gap={6}>
            <Text size="xs" c="dimmed">
              {t('unsaved')}
            </Text>
            <Button variant="subtle" color="gray" onClick={() => form.reset()}>
              {t('discard')}
            </Button>
          </Group>
        )}
        {state && !profile.isLoopback && <RemoveProfile id={state.id} name={name} />}
      </footer>
    </form>
  )
}

function RemoveProfile({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('profiles')
  const [asks, setAsks] = useState(false)
  const remove = async () => {
    await profileStore.getState().remove(id)
    go('servers')
  }
  if (!asks) {
    return (
      <Button
        ml="auto"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={15} />}
        onClick={() => setAsks(true)}
      >
        {t('remove', { ns: 'ui' })}
      </Button>
    )
  }
  return (
    <Group gap={8} ml="auto" role="alertdialog" aria-label={t('removeAsk', { name })}>
      <Text size="sm">{t('removeAsk', { name })}</Text>
      <Button color="red" onClick={() => void remove()} autoFocus>
        {t('remove', { ns: 'ui' })}
      </Button>
      <Button variant="default" onClick={() => setAsks(false)}>
        {t('cancel', { ns: 'ui' })}
      </Button>
    </Group>
  )
}
