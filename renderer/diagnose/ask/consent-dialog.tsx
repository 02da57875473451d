// Asks once before many connections are opened to somebody's server, and says to which places, and how many at most.
import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BudgetLine } from './budget-line.tsx'

type ConsentDialogProps = { target: string; close: () => void; agree: () => void }

export function ConsentDialog({ target, close, agree }: ConsentDialogProps) {
  const { t } = useTranslation('diagnose')
  return (
    <Modal opened onClose={close} title={t('askTitle', { target })}>
      <Text size="sm">{t('askWhy')}</Text>
      <BudgetLine />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('cancel', { ns: 'ui' })}
        </Button>
        <Button data-autofocus onClick={agree}>
          {t('askYes')}
        </Button>
      </Group>
    </Modal>
  )
}
