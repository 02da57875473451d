// The inbox: search and mailboxes, the list of mails, and the one that is open.
import { Button, CloseButton, Group, Select, Text, TextInput } from '@mantine/core'
import { IconSearch, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { routeStore } from '../frame/route.ts'
import { onChange } from '../ui/changes.ts'
import classes from './inbox.module.css'
import { inboxStore } from './inbox-store.ts'
import { MailList } from './mail-list.tsx'
import { MailView } from './mail-view.tsx'

export function Inbox() {
  const { t } = useTranslation('loopback')
  const { id } = useStore(routeStore)
  const { mails, opened, search, recipient } = useStore(inboxStore)
  useEffect(() => {
    const read = () => void inboxStore.getState().read()
    read()
    return onChange(['inbox'], read)
  }, [])
  useEffect(() => {
    if (id) void inboxStore.getState().open(id)
  }, [id])
  const isEmpty = mails.length === 0
  return (
    <div className={classes.inbox}>
      <div className={classes.side}>
        <InboxHead />
        {isEmpty && (
          <Text size="sm" c="dimmed" p="md">
            {t(search === '' && recipient === null ? 'empty' : 'notFound')}
          </Text>
        )}
        <MailList />
      </div>
      {opened ? (
        <MailView key={opened.mail.id} opened={opened} />
      ) : (
        <p className={classes.choose}>{!isEmpty && t('choose')}</p>
      )}
    </div>
  )
}

function InboxHead() {
  const { t } = useTranslation('loopback')
  const { search, recipient, recipients, total, find } = useStore(inboxStore)
  return (
    <div className={classes.inboxHead}>
      <TextInput
        size="xs"
        aria-label={t('search', { ns: 'ui' })}
        placeholder={t('search', { ns: 'ui' })}
        leftSection={<IconSearch size={14} />}
        rightSection={
          search && (
            <CloseButton size="xs" aria-label={t('clear', { ns: 'ui' })} onClick={() => void find({ search: '' })} />
          )
        }
        value={search}
        onChange={(event) => void find({ search: event.currentTarget.value })}
      />
      {recipients.length > 1 && (
        <Select
          size="xs"
          aria-label={t('allRecipients')}
          placeholder={t('allRecipients')}
          data={[...recipients]}
          value={recipient}
          clearable
          searchable
          allowDeselect
          onChange={(chosen) => void find({ recipient: chosen })}
        />
      )}
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('count', { count: total })}
        </Text>
        {total > 0 && <ClearInbox total={total} />}
      </Group>
    </div>
  )
}

function ClearInbox({ total }: { total: number }) {
  const { t } = useTranslation('loopback')
  const [asks, setAsks] = useState(false)
  if (!asks) {
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={13} />}
        onClick={() => setAsks(true)}
      >
        {t('clear')}
      </Button>
    )
  }
  return (
    <Group gap={6} role="alertdialog" aria-label={t('clearAsk', { count: total })}>
      <Text size="xs">{t('clearAsk', { count: total })}</Text>
      <Button
        size="compact-xs"
        color="red"
        onClick={() => {
          setAsks(false)
          void inboxStore.getState().clear()
        }}
      >
        {t('remove', { ns: 'ui' })}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setAsks(false)}>
        {t('cancel', { ns: 'ui' })}
      </Button>
    </Group>
  )
}
