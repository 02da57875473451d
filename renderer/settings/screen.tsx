// Language, theme, limits of sessions, DNS servers; where passwords and data are.
import { NumberInput, SegmentedControl, Select, Switch, TagsInput, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { isDnsServer } from '#shared/address/dns-server.ts'
import type { Settings } from '#shared/values/settings.ts'
import { useAppInfo } from '../ui/app-info.ts'
import { CopyText } from '../ui/copy-text.tsx'
import { Page } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { settingsStore } from './store.ts'

const change = (part: Partial<Settings>) => void settingsStore.getState().change(part)

export default function SettingsScreen() {
  const { t } = useTranslation('settings')
  const { settings } = useStore(settingsStore)
  const info = useAppInfo()
  return (
    <Page title={t('title')}>
      <Appearance settings={settings} />
      <Sessions settings={settings} />
      <Section title={t('passwords')}>
        <Text size="sm">{t(info.keyring === 'os' ? 'passwordsOs' : 'passwordsMemory')}</Text>
      </Section>
      <Section title={t('data')}>
        <Text size="sm">{t('dataWhy')}</Text>
        <CopyText text={info.dataFolder} label={t('copyFolder')} />
      </Section>
      <Section title={t('about')}>
        <Text size="sm">
          <strong>{t('version', { version: info.version })}</strong>
          <br />
          {t('aboutText')}
        </Text>
      </Section>
    </Page>
  )
}

function Appearance({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  return (
    <Section title={t('appearance')}>
      <Select
        label={t('language')}
        value={settings.language}
        data={[
          { value: 'system', label: t('languageSystem') },
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
        ]}
        onChange={(language) => language && change({ language })}
      />
      <div>
        <Text size="sm" fw={500} mb={4} id="theme-label">
          {t('theme')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="theme-label"
          value={settings.theme}
          data={[
            { value: 'system', label: t('themeSystem') },
            { value: 'light', label: t('themeLight') },
            { value: 'dark', label: t('themeDark') },
          ]}
          onChange={(theme) => change({ theme })}
        />
      </div>
    </Section>
  )
}

function Sessions({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  return (
    <Section title={t('sessions')}>
      <NumberInput
        label={t('timeout')}
        description={t('timeoutWhy')}
        placeholder={t('timeoutStandard')}
        value={settings.replyTimeout ?? ''}
        min={1}
        max={3600}
        allowDecimal={false}
        clampBehavior="strict"
        onChange={(value) => change({ replyTimeout: whole(value) })}
      />
      <NumberInput
        label={t('days')}
        description={t('daysWhy')}
        placeholder={t('daysForever')}
        value={settings.transcriptDays ?? ''}
        min={1}
        max={3650}
        allowDecimal={false}
        clampBehavior="strict"
        onChange={(value) => change({ transcriptDays: whole(value) })}
      />
      <Switch
        label={t('bodies')}
        description={t('bodiesWhy')}
        checked={settings.keepsBodies}
        onChange={(event) => change({ keepsBodies: event.currentTarget.checked })}
      />
      <DnsServers servers={settings.dnsServers} />
    </Section>
  )
}

function DnsServers({ servers }: { servers: string[] }) {
  const { t } = useTranslation('settings')
  const [refused, setRefused] = useState<string | null>(null)
  const take = (typed: string[]) => {
    setRefused(typed.find((server) => !isDnsServer(server)) ?? null)
    change({ dnsServers: typed.filter(isDnsServer) })
  }
  return (
    <TagsInput
      label={t('dns')}
      description={t('dnsWhy')}
      value={servers}
      onChange={take}
      error={refused !== null && t('dnsInvalid', { server: refused })}
      splitChars={[',', ' ']}
    />
  )
}

const whole = (value: string | number): number | null => (value === '' || Number(value) < 1 ? null : Number(value))
