// The line at the foot: the loopback server with its ports, what runs now with its Stop, where passwords are.
import { ActionIcon, Loader, Tooltip, UnstyledButton } from '@mantine/core'
import { IconKeyOff, IconPlayerStopFilled, IconTerminal2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { loopbackStore } from '../loopback/store.ts'
import { useAppInfo } from '../ui/app-info.ts'
import { type Task, taskStore } from '../ui/tasks.ts'
import { runAction } from './actions.ts'
import { go } from './route.ts'
import classes from './status-bar.module.css'

export function StatusBar() {
  const { t } = useTranslation('frame')
  const { keyring } = useAppInfo()
  const { tasks } = useStore(taskStore)
  return (
    <footer className={classes.bar}>
      <LoopbackDot />
      <span className={classes.tasks} role="status">
        {tasks.map((task) => (
          <RunningTask key={task.id} task={task} />
        ))}
      </span>
      {keyring === 'memory' && (
        <Tooltip label={t('passwordsInMemoryWhy')}>
          <span className={classes.item}>
            <IconKeyOff size={14} aria-hidden /> {t('passwordsInMemory')}
          </span>
        </Tooltip>
      )}
      <UnstyledButton className={classes.item} onClick={() => runAction('toggle-log')} aria-label={t('toggleLog')}>
        <IconTerminal2 size={14} aria-hidden /> {t('log')}
      </UnstyledButton>
    </footer>
  )
}

function RunningTask({ task }: { task: Task }) {
  const { t } = useTranslation('ui')
  return (
    <span className={classes.item}>
      <Loader size={11} /> {task.label}
      <ActionIcon size={18} color="red" aria-label={`${t('stop')}: ${task.label}`} onClick={() => task.stop()}>
        <IconPlayerStopFilled size={12} />
      </ActionIcon>
    </span>
  )
}

function LoopbackDot() {
  const { t } = useTranslation('frame')
  const { state } = useStore(loopbackStore)
  if (!state) return null
  const ports = state.listeners.map(({ port }) => port).join(' · ')
  return (
    <UnstyledButton className={classes.item} onClick={() => go('loopback')}>
      <span className={classes.dot} data-on={ports !== '' || undefined} />
      {ports ? t('loopbackOn', { ports }) : t('loopbackOff')}
    </UnstyledButton>
  )
}
