// A button of the toolbar: an icon with its name as a tip.
import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

type ToolProps = { label: string; isOn?: boolean; onClick(): void; children: ReactNode }

export function Tool({ label, isOn, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={26} color={isOn ? 'ink' : 'gray'} aria-label={label} aria-pressed={isOn} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
