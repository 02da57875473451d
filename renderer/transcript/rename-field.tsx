// In the place of a tab while its session is renamed: Enter keeps the name, Escape the old one.
import { useTranslation } from 'react-i18next'
import type { Transcript } from '#shared/values/transcript.ts'
import classes from './session-tabs.module.css'
import { transcriptStore } from './store.ts'

export function RenameField({ transcript: { id, name }, onDone }: { transcript: Transcript; onDone(): void }) {
  const { t } = useTranslation('transcript')
  const finish = (typed: string) => {
    const next = typed.trim()
    if (next !== '' && next !== name) void transcriptStore.getState().update(id, { name: next })
    onDone()
  }
  return (
    <input
      className={classes.rename}
      aria-label={t('renameLabel')}
      defaultValue={name}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') finish(event.currentTarget.value)
        if (event.key === 'Escape') onDone()
      }}
    />
  )
}
