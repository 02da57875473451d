// Whether a mail is believed: which server is to be judged as its sender, the question, and the answer.
import { Button, Text, TextInput } from '@mantine/core'
import { IconPlayerStop, IconShieldCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { ipFamily } from '#shared/address/index.ts'
import type { ReceivedMail } from '#shared/values/received-mail.ts'
import { FailureLine } from '../../ui/failure-line.tsx'
import { verifyStore } from './store.ts'
import { VerifiedMail } from './verified-mail.tsx'
import classes from './verify.module.css'

export function VerifyView({ mail }: { mail: ReceivedMail }) {
  const { t } = useTranslation('loopback')
  const { verification } = useStore(verifyStore)
  useEffect(() => verifyStore.getState().aim(mail.id), [mail.id])
  return (
    <section className={classes.verify} aria-label={t('view_verify')}>
      <p className={classes.why}>{t('verifyWhy')}</p>
      <Question />
      {verification.kind === 'running' && (
        <Text size="sm" role="status">
          {t('verifyAsking')}
        </Text>
      )}
      {verification.kind === 'failed' && <FailureLine failure={verification.failure} />}
      {verification.kind === 'done' && <VerifiedMail {...verification} />}
    </section>
  )
}

function Question() {
  const { t } = useTranslation('loopback')
  const { address, verification, type, verify, stop } = useStore(verifyStore)
  const isSound = address.trim() === '' || ipFamily(address.trim()) !== null
  return (
    <form
      className={classes.question}
      onSubmit={(event) => {
        event.preventDefault()
        if (isSound) void verify(t('verifying'))
      }}
    >
      <TextInput
        className={classes.address}
        label={t('verifyAddress')}
        description={t('verifyAddressNote')}
        placeholder="192.0.2.7"
        autoComplete="off"
        spellCheck={false}
        value={address}
        error={!isSound && t('verifyAddressFault')}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {verification.kind === 'running' ? (
        <Button color="red" variant="light" leftSection={<IconPlayerStop size={15} />} onClick={stop}>
          {t('stop', { ns: 'ui' })}
        </Button>
      ) : (
        <Button type="submit" leftSection={<IconShieldCheck size={15} />} disabled={!isSound}>
          {t('verify')}
        </Button>
      )}
    </form>
  )
}
