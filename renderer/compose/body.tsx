// The text of the mail in its three forms, and the switch between them.
import { SegmentedControl } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '#shared/values/draft.ts'
import classes from './body.module.css'
import { changeFormat } from './change-format.ts'
import type { OpenDraft } from './composer.ts'
import { composerStore } from './store.ts'

const RichEditor = lazy(() => import('./rich-editor.tsx'))

export function Body({ open }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const { edit } = composerStore.getState()
  const { format, html, text } = open.draft
  if (format === 'rich')
    return (
      <Suspense fallback={<div className={classes.body} />}>
        <RichEditor key={open.draft.id} open={open} formatSwitch={<FormatSwitch format={format} />} />
      </Suspense>
    )
  const isHtml = format === 'html'
  return (
    <div className={classes.body}>
      <div className={classes.bar}>
        <span className={classes.hint}>{t(isHtml ? 'htmlHint' : 'plainHint')}</span>
        <FormatSwitch format={format} />
      </div>
      <textarea
        className={classes.source}
        data-field="body"
        aria-label={t(isHtml ? 'htmlSource' : 'text')}
        spellCheck={!isHtml}
        value={isHtml ? html : text}
        onChange={({ currentTarget: { value } }) => edit(isHtml ? { html: value } : { text: value })}
      />
    </div>
  )
}

function FormatSwitch({ format }: { format: Draft['format'] }) {
  const { t } = useTranslation('compose')
  return (
    <SegmentedControl
      size="xs"
      className={classes.switch ?? ''}
      aria-label={t('format')}
      value={format}
      onChange={(next) => void changeFormat(next)}
      data={[
        { value: 'rich', label: t('rich') },
        { value: 'html', label: t('html') },
        { value: 'plain', label: t('plain') },
      ]}
    />
  )
}
