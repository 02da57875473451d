// What few need to say: which DNS servers are asked, which block lists, how much a scan of TLS asks, where mails may go, and
// whether to come back where strangers are put off.
import { Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { mostBlocklists } from '#shared/values/diagnosis.ts'
import { policyTitles, type ScanProfile, scanProfiles, tlsPolicyNames } from '#shared/values/tls-scan-terms.ts'
import classes from '../diagnose.module.css'
import { MailboxField } from './mailbox-field.tsx'
import { noteBelow } from './note-below.ts'
import { SecondTry } from './second-try.tsx'
import { areDnsServers, askStore, isBlocklist } from './store.ts'

export function Options() {
  const { t } = useTranslation('diagnose')
  const { level, scanProfile, tlsPolicy, dnsServers, blocklists, change } = useStore(askStore)
  return (
    <fieldset className={classes.options} aria-label={t('options')}>
      <Select
        {...noteBelow}
        label={t('scanProfile')}
        description={t(level < 2 ? 'scanFromLevel' : `scanNote_${scanProfile}`)}
        disabled={level < 2}
        data={scanProfiles.map((value) => ({ value, label: t(`scan_${value}`) }))}
        value={scanProfile}
        allowDeselect={false}
        onChange={(chosen) => change({ scanProfile: profileOf(chosen) ?? scanProfile })}
      />
      <Select
        {...noteBelow}
        label={t('tlsPolicy')}
        description={t(level < 2 ? 'scanFromLevel' : 'tlsPolicyNote')}
        disabled={level < 2}
        data={tlsPolicyNames.map((value) => ({ value, label: policyTitles[value] }))}
        value={tlsPolicy}
        allowDeselect={false}
        onChange={(chosen) => change({ tlsPolicy: tlsPolicyNames.find((each) => each === chosen) ?? tlsPolicy })}
      />
      <TextInput
        {...noteBelow}
        label={t('dnsServers')}
        description={t('dnsServersNote')}
        placeholder={t('dnsServersPlaceholder')}
        spellCheck={false}
        value={dnsServers}
        error={!areDnsServers(dnsServers) && t('dnsServersFault')}
        onChange={(event) => change({ dnsServers: event.currentTarget.value })}
      />
      <TagsInput
        {...noteBelow}
        label={t('blocklists')}
        description={t('blocklistsNote')}
        placeholder={blocklists.length === 0 ? 'zen.spamhaus.org' : ''}
        data={knownLists}
        maxTags={mostBlocklists}
        value={blocklists}
        error={!blocklists.every(isBlocklist) && t('blocklistsFault')}
        onChange={(names) => change({ blocklists: names.map((name) => name.trim().replace(/\.$/, '').toLowerCase()) })}
      />
      <MailboxField />
      <SecondTry />
    </fieldset>
  )
}

const profileOf = (value: string | null): ScanProfile | undefined => scanProfiles.find((each) => each === value)

/** Offered while typing; any other may be named. */
const knownLists = [
  'zen.spamhaus.org',
  'bl.spamcop.net',
  'b.barracudacentral.org',
  'psbl.surriel.com',
  'dnsbl.dronebl.org',
  'bl.mailspike.net',
]
