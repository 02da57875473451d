// The files of the mail: those that are there, those on their way, and what they weigh together.
import { ActionIcon, Progress } from '@mantine/core'
import { IconPaperclip, IconPhoto, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Attachment, StoredDraft } from '#shared/values/draft.ts'
import { size } from '../ui/time.ts'
import { removeAttachment } from './attach.ts'
import classes from './attachments.module.css'
import type { OpenDraft } from './composer.ts'
import { lastFailure, useFieldFaults } from './field-faults.ts'
import { isShownIn } from './pictures.ts'
import { serverLimit, sizeInMail, totalSize } from './server-limit.ts'
import { draftListStore, uploadStore } from './store.ts'
import type { Upload } from './uploads.ts'

const selectDrafts = (store: { drafts: readonly StoredDraft[] | null }) => store.drafts

export function Attachments({ open }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const { uploads } = useStore(uploadStore)
  const fault = useFieldFaults(open).attachments ?? null
  const { draft } = open
  const onTheirWay = uploads.filter(({ draftId }) => draftId === draft.id)
  const shown = draft.attachments.filter((one) => one.contentId === null || isShownIn(draft, one))
  if (shown.length + onTheirWay.length === 0 && !fault) return null
  const missing = missingFile(open)
  return (
    <section className={classes.attachments} aria-label={t('attachments')} data-field="attachments" tabIndex={-1}>
      <ul className={classes.list}>
        {shown.map((attachment) => (
          <FileLine key={attachment.id} attachment={attachment} isMissing={isMissing(attachment, missing)} />
        ))}
        {onTheirWay.map((upload) => (
          <Sending key={upload.key} upload={upload} />
        ))}
      </ul>
      <Weight open={open} shown={shown} />
      {fault && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
    </section>
  )
}

function FileLine({ attachment, isMissing }: { attachment: Attachment; isMissing: boolean }) {
  const { t } = useTranslation('compose')
  const Icon = attachment.contentId === null ? IconPaperclip : IconPhoto
  return (
    <li className={classes.file} data-bad={isMissing || undefined}>
      <Icon size={15} aria-label={attachment.contentId === null ? t('attachment') : t('inlinePicture')} />
      <span className={classes.name}>{attachment.name}</span>
      <span className={classes.size}>{isMissing ? t('missing') : size(attachment.size)}</span>
      <ActionIcon
        size="xs"
        aria-label={t('removeAttachment', { name: attachment.name })}
        onClick={() => removeAttachment(attachment.id)}
      >
        <IconX size={12} />
      </ActionIcon>
    </li>
  )
}

function Sending({ upload: { name, size: whole, received, state, cancel } }: { upload: Upload }) {
  const { t } = useTranslation('compose')
  const percent = whole === 0 ? 0 : Math.floor((received / whole) * 100)
  return (
    <li className={classes.file} data-bad={state === 'failed' || undefined}>
      <span className={classes.name}>{name}</span>
      {state === 'failed' ? (
        <span className={classes.size}>{t('uploadFailed')}</span>
      ) : (
        <Progress className={classes.progress ?? ''} value={percent} size="sm" aria-label={t('uploading', { name })} />
      )}
      <ActionIcon size="xs" aria-label={t('cancelUpload', { name })} onClick={cancel}>
        <IconX size={12} />
      </ActionIcon>
    </li>
  )
}

function Weight({ open, shown }: { open: OpenDraft; shown: readonly Attachment[] }) {
  const { t } = useTranslation('compose')
  const drafts = useStore(draftListStore, selectDrafts) ?? []
  const limit = serverLimit(drafts, open.draft.profileId, open.receipt)
  const octets = sizeInMail(totalSize(shown))
  if (shown.length === 0 || (shown.length === 1 && limit === null)) return null
  const isTooMuch = limit !== null && octets > limit
  return (
    <p className={classes.weight} data-bad={isTooMuch || undefined}>
      {t('total', { size: size(totalSize(shown)) })}
      {limit !== null && ` · ${t(isTooMuch ? 'overLimit' : 'underLimit', { size: size(octets), limit: size(limit) })}`}
    </p>
  )
}

/** The name or id of the file that the last attempt did not find. */
function missingFile(open: OpenDraft): string | null {
  const failure = lastFailure(open)
  return failure?.kind === 'attachment-missing' ? (failure.facts.id ?? failure.facts.file ?? null) : null
}

const isMissing = ({ id, name }: Attachment, missing: string | null) => missing === id || missing === name
