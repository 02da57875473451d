// Whether the form can be run, and running it: at once, or after the question that its level wants.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ProfileState } from '#shared/values/profile.ts'
import { diagnoseStore } from '../store.ts'
import { consentFor } from './consent.ts'
import { faultsOf } from './sending.ts'
import { areDnsServers, askStore, isBlocklist, isMailbox } from './store.ts'

/** `onRun`: once nothing more is asked. */
export function useBegin(relays: readonly ProfileState[], onRun: () => void) {
  const { t } = useTranslation('diagnose')
  const { target, profileId, level, isOwn, dnsServers, blocklists, mailbox, sending } = useStore(askStore)
  const [isAsking, setAsking] = useState(false)
  const profile = relays.find(({ id }) => id === profileId) ?? null
  const shown = target.trim() || (profile?.name ?? '')
  const consent = consentFor(level, { target, profile })
  const isMailboxSound = level < 3 || mailbox === null || isMailbox(mailbox)
  const isSound =
    areDnsServers(dnsServers) && blocklists.every(isBlocklist) && isMailboxSound && faultsOf(sending).length === 0
  const isReady = (target.trim() !== '' || profileId !== null) && (consent !== 'tick' || isOwn) && isSound
  const run = () => {
    onRun()
    void diagnoseStore.getState().run(t('running', { target: shown }), shown)
  }
  return {
    consent,
    isReady,
    begin() {
      if (isReady && consent === 'ask') setAsking(true)
      else if (isReady) run()
    },
    question: isAsking
      ? {
          target: shown,
          close: () => setAsking(false),
          agree() {
            setAsking(false)
            run()
          },
        }
      : null,
  }
}
