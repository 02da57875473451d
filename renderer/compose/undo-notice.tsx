// What was done, with a button that takes it back.
import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'

export const undoNotice = (text: string, label: string, undo: () => void): ReactNode => (
  <Group justify="space-between" wrap="nowrap" gap="sm">
    <span>{text}</span>
    <Button size="compact-xs" variant="light" onClick={undo}>
      {label}
    </Button>
  </Group>
)
