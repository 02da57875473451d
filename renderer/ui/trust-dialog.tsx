// Shows the certificate that a server presents now, so that a person can compare it and trust this one.
import { Button, Group, Loader, Modal, Text } from '@mantine/core'
import { safe } from '@orpc/client'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileEdit } from '#shared/contract/profiles.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Certificate } from '#shared/values/tls.ts'
import { api } from '../channel/api.ts'
import { CertificateFacts } from './certificate-facts.tsx'
import { FailureLine } from './failure-line.tsx'
import { failureOf } from './problem.ts'

export type TrustDialogProps = { edit: ProfileEdit; close: () => void; trust: (sha256: string) => void }

type Situation =
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown'; readonly certificate: Certificate }
  | { readonly kind: 'failed'; readonly failure: Failure }

export function TrustDialog({ edit, close, trust }: TrustDialogProps) {
  const { t } = useTranslation('ui')
  const [situation, setSituation] = useState<Situation>({ kind: 'asking' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the server is asked once, as the dialog opens
  useEffect(() => {
    const abort = new AbortController()
    void ask(edit, abort.signal).then((answer) => abort.signal.aborted || setSituation(answer))
    return () => abort.abort()
  }, [])
  return (
    <Modal opened onClose={close} title={t('trustAsk')} size="lg">
      {situation.kind === 'asking' && (
        <Group gap={10}>
          <Loader size={16} />
          <Text size="sm">{t('trustAsking', { host: edit.profile.host })}</Text>
        </Group>
      )}
      {situation.kind === 'failed' && <FailureLine failure={situation.failure} />}
      {situation.kind === 'shown' && (
        <>
          <Text size="sm">{t('trustWhy')}</Text>
          <CertificateFacts certificate={situation.certificate} />
        </>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        {situation.kind === 'shown' && (
          <Button onClick={() => trust(situation.certificate.sha256)}>{t('trust')}</Button>
        )}
      </Group>
    </Modal>
  )
}

async function ask(edit: ProfileEdit, signal: AbortSignal): Promise<Situation> {
  const [error, certificate] = await safe(api.profiles.certificate(edit, { signal }))
  return error ? { kind: 'failed', failure: failureOf(error) } : { kind: 'shown', certificate }
}
