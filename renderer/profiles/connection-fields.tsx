// The way to the server: through a proxy or straight, and from which address of this computer.

import { Autocomplete, Button, NumberInput, PasswordInput, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placeName } from '#shared/address/index.ts'
import type { Profile } from '#shared/values/profile.ts'
import { api } from '../channel/api.ts'
import { FoldedSection } from '../ui/folded-section.tsx'
import { withProxy } from './edit.ts'
import classes from './profiles.module.css'
import type { FieldsProps } from './server-fields.tsx'
import { profileStore } from './store.ts'

type Connection = Profile['connection']
const faultNames = ['proxyHost', 'proxyPort', 'proxyUser', 'localAddress']

export function ConnectionFields({ form, change, hasSecret }: FieldsProps & { hasSecret: boolean }) {
  const { t } = useTranslation('profiles')
  const { profile } = form.values
  const { proxy, localAddress } = profile.connection
  const edit = (part: Partial<Connection>) => change({ connection: { ...profile.connection, ...part } })
  return (
    <FoldedSection
      title={t('way')}
      summary={useSummary(profile.connection)}
      isOpen={false}
      hasFault={faultNames.some((name) => form.errors[name])}
    >
      <div>
        <Text size="sm" fw={500} mb={4} id="proxy-label">
          {t('proxy')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="proxy-label"
          value={proxy?.kind ?? 'none'}
          data={[
            { value: 'none', label: t('proxyNone') },
            { value: 'socks5', label: 'SOCKS 5' },
            { value: 'http', label: 'HTTP CONNECT' },
          ]}
          onChange={(kind) => change({ connection: withProxy(profile, kind === 'none' ? null : kind) })}
        />
      </div>
      {proxy && <ProxyFields form={form} change={change} hasSecret={hasSecret} />}
      <LocalAddress
        address={localAddress}
        fault={form.errors.localAddress}
        choose={(chosen) => edit({ localAddress: chosen })}
      />
    </FoldedSection>
  )
}

/** What is set, for who does not unfold it. */
function useSummary({ proxy, localAddress }: Connection): string {
  const { t } = useTranslation('profiles')
  const place = proxy && placeName(proxy)
  const kind = proxy?.kind === 'socks5' ? 'SOCKS 5' : 'HTTP'
  const way = proxy?.host ? t('wayProxy', { kind, place }) : t(proxy ? 'wayProxyOpen' : 'wayStraight')
  return localAddress === null ? way : t('wayFrom', { way, address: localAddress })
}

function ProxyFields({ form, change, hasSecret }: FieldsProps & { hasSecret: boolean }) {
  const { t } = useTranslation('profiles')
  const { profile } = form.values
  const { connection } = profile
  const { proxy } = connection
  if (!proxy) return null
  const edit = (part: Partial<typeof proxy>) => change({ connection: { ...connection, proxy: { ...proxy, ...part } } })
  const forget = async () => {
    await api.profiles.save({ profile, proxySecret: null })
    await profileStore.getState().read()
  }
  return (
    <>
      <div>
        <div className={classes.row}>
          <TextInput
            id="profile-proxy-host"
            label={t('proxyHost')}
            required
            spellCheck={false}
            autoComplete="off"
            value={proxy.host}
            error={form.errors.proxyHost}
            onChange={(event) => edit({ host: event.currentTarget.value.trim() })}
          />
          <NumberInput
            id="profile-proxy-port"
            label={t('proxyPort')}
            required
            hideControls
            allowDecimal={false}
            value={proxy.port || ''}
            error={form.errors.proxyPort}
            onChange={(port) => edit({ port: Number(port) })}
          />
        </div>
        <p className={classes.why}>{t('proxyWhy')}</p>
      </div>
      <div>
        <div className={classes.row}>
          <TextInput
            id="profile-proxy-user"
            label={t('proxyUser')}
            placeholder={t('proxyNoUser')}
            spellCheck={false}
            autoComplete="off"
            value={proxy.user ?? ''}
            error={form.errors.proxyUser}
            onChange={(event) => edit({ user: event.currentTarget.value || null })}
          />
          {proxy.user !== null && (
            <PasswordInput
              id="profile-proxy-secret"
              label={t('proxyPassword')}
              placeholder={hasSecret ? t('passwordKept') : ''}
              autoComplete="new-password"
              {...form.getInputProps('proxySecret')}
            />
          )}
        </div>
        {proxy.user !== null && <p className={classes.why}>{t('proxyLoginWhy')}</p>}
      </div>
      {hasSecret && (
        <Button variant="subtle" color="gray" className={classes.inline} onClick={() => void forget()}>
          {t('forgetProxyPassword')}
        </Button>
      )}
    </>
  )
}

type LocalAddressProps = { address: string | null; fault: React.ReactNode; choose: (address: string | null) => void }

/** Any address can be typed: one of a network that is not up now, for example. */
function LocalAddress({ address, fault, choose }: LocalAddressProps) {
  const { t } = useTranslation('profiles')
  const [known, setKnown] = useState<string[]>([])
  useEffect(() => {
    void api.profiles.localAddresses().then(setKnown)
  }, [])
  return (
    <Autocomplete
      id="profile-local-address"
      label={t('localAddress')}
      description={t('localAddressWhy')}
      placeholder={t('localAddressAny')}
      spellCheck={false}
      data={known}
      // All of them are offered, whatever is chosen already.
      filter={({ options }) => options}
      value={address ?? ''}
      error={fault}
      classNames={{ input: classes.mono ?? '' }}
      onChange={(typed) => choose(typed.trim() || null)}
    />
  )
}
