// The question that waits for an answer.
import { Button, Group, List, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { panelStore } from './panels.ts'

const selectQuestion = (panels: ReturnType<typeof panelStore.getState>) => panels.question

export function QuestionDialog() {
  const { t } = useTranslation('ui')
  const question = useStore(panelStore, selectQuestion)
  if (!question) return null
  const { title, text, points, yes, isGrave, answer } = question
  return (
    <Modal opened onClose={() => answer(false)} title={title}>
      <Text size="sm">{text}</Text>
      {points.length > 0 && (
        <List size="sm" mt="xs">
          {points.map((point) => (
            <List.Item key={point}>{point}</List.Item>
          ))}
        </List>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus={isGrave || undefined} onClick={() => answer(false)}>
          {t('cancel')}
        </Button>
        <Button
          data-autofocus={!isGrave || undefined}
          {...(isGrave ? { color: 'red' } : {})}
          onClick={() => answer(true)}
        >
          {yes}
        </Button>
      </Group>
    </Modal>
  )
}
