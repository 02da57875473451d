// How the server listens and behaves: ports, login, local authority, scenario.
import { Anchor, Button, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoopbackState } from '#shared/values/loopback.ts'
import { CopyText } from '../ui/copy-text.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Section } from '../ui/section.tsx'
import { ScenarioChoice } from './scenario-choice.tsx'
import classes from './server-panel.module.css'
import { loopbackStore } from './store.ts'

const magicExample = '550-5.1.1@loopback.test'

export function ServerPanel({ state }: { state: LoopbackState }) {
  const { t } = useTranslation('loopback')
  return (
    <>
      <Section title={t('scenario')}>
        <ScenarioChoice chosen={state.config.scenario} />
        <div>
          <Text size="sm" fw={500}>
            {t('magic')}
          </Text>
          <Text size="sm">{t('magicWhy', { example: magicExample })}</Text>
          <CopyText text={magicExample} label={t('copy', { ns: 'ui' })} />
        </div>
      </Section>
      <Ports key={JSON.stringify(state.config.ports)} state={state} />
      <Login login={state.login} />
      <Section title={t('authority')}>
        <Text size="sm">{t('authorityWhy')}</Text>
        <CopyText text={state.authority.sha256} label={t('copy', { ns: 'ui' })} />
        <Button
          variant="default"
          className={classes.inline}
          onClick={() => void saveFile('heloise-loopback-authority.pem', state.authority.pem, 'application/x-pem-file')}
        >
          {t('downloadAuthority')}
        </Button>
      </Section>
    </>
  )
}

const roles = ['mx', 'submission', 'submissions'] as const

function Ports({ state }: { state: LoopbackState }) {
  const { t } = useTranslation('loopback')
  const [ports, setPorts] = useState(state.config.ports)
  const isChanged = roles.some((role) => ports[role] !== state.config.ports[role])
  return (
    <Section title={t('port')}>
      {state.listeners.length === 0 && <Text size="sm">{t('off')}</Text>}
      <div className={classes.ports}>
        {roles.map((role) => {
          const listener = state.listeners.find((known) => known.role === role)
          return (
            <NumberInput
              key={role}
              label={t(`role_${role}`)}
              description={listener && `${t(`security_${listener.security}`)}, ${t(`auth_${listener.auth}`)}`}
              value={ports[role]}
              min={0}
              max={65535}
              allowDecimal={false}
              hideControls
              onChange={(value) => setPorts({ ...ports, [role]: Number(value) })}
            />
          )
        })}
      </div>
      <Text size="xs" c="dimmed">
        {t('free')}
      </Text>
      {isChanged && (
        <Button className={classes.inline} onClick={() => void loopbackStore.getState().configure({ ports })}>
          {t('applyPorts')}
        </Button>
      )}
    </Section>
  )
}

function Login({ login }: { login: LoopbackState['login'] }) {
  const { t } = useTranslation('loopback')
  const [isShown, setShown] = useState(false)
  return (
    <Section title={t('login')}>
      <Text size="sm">{t('loginWhy')}</Text>
      <dl className={classes.login}>
        <dt>{t('user')}</dt>
        <dd>
          <CopyText text={login.user} label={t('copy', { ns: 'ui' })} />
        </dd>
        <dt>{t('password')}</dt>
        <dd>
          {isShown ? <CopyText text={login.password} label={t('copy', { ns: 'ui' })} /> : '••••••••'}{' '}
          <Anchor component="button" fz="xs" onClick={() => setShown(!isShown)}>
            {t(isShown ? 'hide' : 'show')}
          </Anchor>
        </dd>
      </dl>
    </Section>
  )
}
