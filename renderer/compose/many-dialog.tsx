// The dialog of 'Send many times…', from the question to the result.
import { Button, Group, Loader, Modal, Text } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { assertNever } from '#shared/assert-never.ts'
import { FailureLine } from '../ui/failure-line.tsx'
import { failureOf } from '../ui/problem.ts'
import type { ManySituation } from './many.ts'
import { ManyCounts, ManyOutcome } from './many-outcome.tsx'
import { ManyProgress } from './many-progress.tsx'
import { ManyQuestion } from './many-question.tsx'
import { manyStore } from './store.ts'

const selectSituation = (many: { situation: ManySituation }) => many.situation

export function ManyDialog() {
  const { t } = useTranslation('compose')
  const situation = useStore(manyStore, selectSituation)
  if (situation.kind === 'closed') return null
  const isRunning = situation.kind === 'running'
  return (
    <Modal
      opened
      size="lg"
      title={t('manyTitle')}
      // While mails go, Escape is Stop, and nothing else takes the dialog away.
      onClose={isRunning ? situation.stop : close}
      closeOnClickOutside={!isRunning}
      withCloseButton={!isRunning}
    >
      <Step key={situation.kind}>
        <Content situation={situation} />
      </Step>
    </Modal>
  )
}

/** The cursor goes along: what had it is gone with the step before. */
function Step({ children }: { children: ReactNode }) {
  const step = useRef<HTMLDivElement>(null)
  useEffect(() => step.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])
  return <div ref={step}>{children}</div>
}

const close = () => manyStore.getState().close()

function Content({ situation }: { situation: Exclude<ManySituation, { kind: 'closed' }> }) {
  const { t } = useTranslation('compose')
  switch (situation.kind) {
    case 'looking':
      return <Loader size="sm" aria-label={t('loading', { ns: 'ui' })} />
    case 'no-relay':
      return (
        <>
          <Text size="sm">{t('manyNoRelay', { name: situation.plan.profile.name })}</Text>
          <Close />
        </>
      )
    case 'asking':
      return <ManyQuestion plan={situation.plan} envelope={situation.envelope} />
    case 'running':
      return <ManyProgress run={situation} />
    case 'done':
      return <ManyOutcome done={situation} />
    case 'broken':
      return (
        <>
          <FailureLine failure={failureOf(situation.error)} />
          {situation.counts && (
            <>
              <Text size="sm">{t('manyKnown')}</Text>
              <ManyCounts counts={situation.counts} />
            </>
          )}
          <Close />
        </>
      )
    default:
      return assertNever(situation)
  }
}

function Close() {
  const { t } = useTranslation('ui')
  return (
    <Group justify="flex-end" mt="md">
      <Button data-autofocus onClick={close}>
        {t('close')}
      </Button>
    </Group>
  )
}
