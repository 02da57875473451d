// Send, and beside it what else can be done with the mail.
import { ActionIcon, Button, Kbd, Menu } from '@mantine/core'
import { IconChevronDown, IconSend2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { stageTexts } from '#shared/explain/stages.ts'
import { stopPoints } from '#shared/values/stage.ts'
import { shownKeys } from '../frame/shown-keys.ts'
import { say } from '../ui/language.ts'
import { saveEml, sendDraft, sendManyTimes } from './send.ts'
import classes from './send-button.module.css'

export function SendButton({ isSending }: { isSending: boolean }) {
  const { t } = useTranslation('compose')
  return (
    <Button.Group className={classes.group ?? ''}>
      <Button
        size="xs"
        leftSection={<IconSend2 size={15} />}
        loading={isSending}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={() => void sendDraft(null)}
      >
        {t('send')}
      </Button>
      <Menu position="top-start" width={330} disabled={isSending}>
        <Menu.Target>
          <ActionIcon variant="filled" color="ink" size={30} className={classes.more ?? ''} aria-label={t('moreSend')}>
            <IconChevronDown size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item rightSection={<Kbd size="xs">{shownKeys('mod+Enter')}</Kbd>} onClick={() => void sendDraft(null)}>
            {t('send')}
          </Menu.Item>
          <Menu.Item
            rightSection={<Kbd size="xs">{shownKeys('mod+shift+Enter')}</Kbd>}
            onClick={() => void sendDraft('rcpt')}
          >
            {t('check')}
          </Menu.Item>
          <StopAfter />
          <Menu.Item onClick={() => void sendManyTimes()}>{t('sendMany')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item rightSection={<Kbd size="xs">{shownKeys('mod+S')}</Kbd>} onClick={() => void saveEml()}>
            {t('saveEml')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
}

function StopAfter() {
  const { t } = useTranslation('compose')
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{t('stopAfter')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {stopPoints.map((point) => (
          <Menu.Item key={point} onClick={() => void sendDraft(point)}>
            {say(stageTexts[point].name)}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}
