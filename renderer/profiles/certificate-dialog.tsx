// Shows the certificate that a server presents, so that a person can compare and trust this one.
import { Button, Group, Modal, Text } from '@mantine/core'
import { safe } from '@orpc/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/values/failure.ts'
import type { Certificate } from '#shared/values/tls.ts'
import { api } from '../channel/api.ts'
import { CertificateFacts } from '../ui/certificate-facts.tsx'
import { FailureLine } from '../ui/failure-line.tsx'
import { failureOf } from '../ui/problem.ts'
import type { ProfileEdit } from './store.ts'

type CertificateDialogProps = { edit: ProfileEdit; trust: (sha256: string) => void }
type Situation =
  | { kind: 'closed' }
  | { kind: 'asking' }
  | { kind: 'shown'; certificate: Certificate }
  | { kind: 'failed'; failure: Failure }

export function CertificateDialog({ edit, trust }: CertificateDialogProps) {
  const { t } = useTranslation('profiles')
  const [situation, setSituation] = useState<Situation>({ kind: 'closed' })
  const close = () => setSituation({ kind: 'closed' })
  const ask = async () => {
    setSituation({ kind: 'asking' })
    const [error, certificate] = await safe(api.profiles.certificate(edit))
    setSituation(error ? { kind: 'failed', failure: failureOf(error) } : { kind: 'shown', certificate })
  }
  return (
    <>
      <Button mt={6} variant="default" loading={situation.kind === 'asking'} onClick={() => void ask()}>
        {t('fetch')}
      </Button>
      {situation.kind === 'failed' && <FailureLine failure={situation.failure} />}
      <Modal opened={situation.kind === 'shown'} onClose={close} title={t('trustAsk')} size="lg">
        {situation.kind === 'shown' && (
          <>
            <Text size="sm">{t('trustWhy')}</Text>
            <CertificateFacts certificate={situation.certificate} />
            <Group justify="flex-end" mt="md">
              <Button variant="default" onClick={close}>
                {t('cancel', { ns: 'ui' })}
              </Button>
              <Button
                onClick={() => {
                  trust(situation.certificate.sha256)
                  close()
                }}
              >
                {t('trust')}
              </Button>
            </Group>
          </>
        )}
      </Modal>
    </>
  )
}
