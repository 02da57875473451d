// What can be done with the shown session: keep, rename, copy, export, close.
import { ActionIcon, Kbd, Menu } from '@mantine/core'
import {
  IconClipboardCopy,
  IconCopy,
  IconDots,
  IconFileExport,
  IconLayoutNavbarCollapse,
  IconLayoutNavbarExpand,
  IconTerminal2,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { commandTools } from '#shared/transcript/equivalent-command.ts'
import { exportFormats } from '#shared/values/transcript.ts'
import { shownKeys } from '../frame/shown-keys.ts'
import type { Session } from './open-sessions.ts'
import { copyCommand, copySelection, copyWhole, exportSession } from './session-actions.ts'
import { formatWords } from './session-look.ts'
import { transcriptStore, viewStore } from './store.ts'

export function SessionMenu({ session: { transcript } }: { session: Session }) {
  const { t } = useTranslation('transcript')
  const { id, isKept, origin } = transcript
  const { focus, expanded } = useStore(viewStore, (store) => store.view())
  const { update, close, closeEnded } = transcriptStore.getState()
  const { expandBodies } = viewStore.getState()
  return (
    <Menu position="top-end" shadow="md" width={290}>
      <Menu.Target>
        <ActionIcon size={26} aria-label={t('more')} title={t('more')}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.CheckboxItem checked={isKept} onChange={() => void update(id, { isKept: !isKept })}>
          {t('keep')}
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconCopy size={15} />}
          rightSection={<Kbd size="xs">{shownKeys('mod+C')}</Kbd>}
          disabled={focus === null}
          onClick={() => void copySelection()}
        >
          {t('copySelected')}
        </Menu.Item>
        <Menu.Item leftSection={<IconClipboardCopy size={15} />} onClick={() => void copyWhole(id)}>
          {t('copyAll')}
        </Menu.Item>
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<IconTerminal2 size={15} />} disabled={origin === 'loopback'}>
              {t('copyCommand')}
            </Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {commandTools.map((tool) => (
              <Menu.Item key={tool} onClick={() => void copyCommand(transcript, tool)}>
                {tool}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<IconFileExport size={15} />}>{t('export')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {exportFormats.map((format) => (
              <Menu.Item key={format} onClick={() => void exportSession(id, format)}>
                {t(formatWords[format])}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLayoutNavbarExpand size={15} />} onClick={() => void expandBodies(true)}>
          {t('expandAll')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLayoutNavbarCollapse size={15} />}
          disabled={expanded.size === 0}
          onClick={() => void expandBodies(false)}
        >
          {t('collapseAll')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconX size={15} />} onClick={() => close(id)}>
          {t('closeThis')}
        </Menu.Item>
        <Menu.Item leftSection={<IconX size={15} />} onClick={closeEnded}>
          {t('closeEnded')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
