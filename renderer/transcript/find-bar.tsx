// Finds a text among the rows: how often it is there, and from one to the next.
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import classes from './find-bar.module.css'
import { lowerBound } from './scan.ts'
import { viewStore } from './store.ts'

export function FindBar() {
  const { t } = useTranslation('transcript')
  const find = useStore(viewStore, (store) => store.find)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (find.isOpen) field.current?.select()
  }, [find.isOpen])
  if (!find.isOpen) return null
  const { setFind, findNext } = viewStore.getState()
  return (
    <search className={classes.bar}>
      <input
        ref={field}
        className={classes.field}
        aria-label={t('find')}
        placeholder={t('findField')}
        value={find.text}
        onChange={(event) => setFind({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') findNext(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') setFind({ isOpen: false })
        }}
      />
      <Count />
      <ActionIcon size={24} aria-label={t('findPrevious')} title={t('findPrevious')} onClick={() => findNext(-1)}>
        <IconChevronUp size={15} />
      </ActionIcon>
      <ActionIcon size={24} aria-label={t('findNext')} title={t('findNext')} onClick={() => findNext(1)}>
        <IconChevronDown size={15} />
      </ActionIcon>
      <ActionIcon size={24} aria-label={t('findClose')} onClick={() => setFind({ isOpen: false })}>
        <IconX size={14} />
      </ActionIcon>
    </search>
  )
}

function Count() {
  const { t } = useTranslation('transcript')
  useStore(viewStore, (store) => store.revision)
  const focus = useStore(viewStore, (store) => store.view().focus)
  const text = useStore(viewStore, (store) => store.find.text)
  const hits = viewStore.getState().hits()
  const place = focus === null ? -1 : lowerBound(hits, focus)
  const current = place >= 0 && hits[place] === focus ? place + 1 : '–'
  return (
    <span className={classes.count} role="status">
      {text !== '' && (hits.length === 0 ? t('findNone') : t('findCount', { place: current, count: hits.length }))}
    </span>
  )
}
