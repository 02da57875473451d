// The letter and its envelope: MAIL FROM and RCPT TO apart from the headers, and what it means when they differ.
import { Switch } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import type { OpenDraft } from './composer.ts'
import { EnvelopeEditor } from './envelope-editor.tsx'
import { type Difference, differenceOf, envelopeOf, followingEnvelope } from './envelope-of.ts'
import classes from './envelope-panel.module.css'
import { LetterAndEnvelope } from './letter-and-envelope.tsx'
import { composerStore } from './store.ts'

export function EnvelopePanel({ open: { draft } }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const { edit } = composerStore.getState()
  const difference = differenceOf(draft)
  return (
    <div className={classes.panel}>
      <LetterAndEnvelope draft={draft} envelope={envelopeOf(draft)} difference={difference} />
      <Switch
        label={t('letItDiffer')}
        checked={draft.envelope !== null}
        onChange={(event) => edit({ envelope: event.currentTarget.checked ? followingEnvelope(draft) : null })}
      />
      {draft.envelope && <EnvelopeEditor envelope={draft.envelope} />}
      <Differences difference={difference} />
      <p className={classes.note}>
        <Trans t={t} i18nKey="envelopeWhy" components={{ b: <strong /> }} />
      </p>
      <p className={classes.note}>
        <Trans t={t} i18nKey="envelopeProof" components={{ b: <strong /> }} />
      </p>
    </div>
  )
}

function Differences({ difference: { isSenderOther, added, missing } }: { difference: Difference }) {
  const { t } = useTranslation('compose')
  const lines = [
    isSenderOther && t('senderDiffers'),
    added.length > 0 && t('getsUnnamed', { addresses: added.join(', ') }),
    missing.length > 0 && t('namedGetsNothing', { addresses: missing.join(', ') }),
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <ul className={classes.differences} aria-label={t('differences')}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
