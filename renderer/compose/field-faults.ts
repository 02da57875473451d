// What is wrong, at the field where it is wrong: seen here at once, or told by the last attempt until the field changes.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { hasControl, parseAddress } from '#shared/address/index.ts'
import { explainFailure } from '#shared/explain/failures.ts'
import type { Draft } from '#shared/values/draft.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { ProfileState } from '#shared/values/profile.ts'
import { profileStore } from '../profiles/store.ts'
import { language } from '../ui/language.ts'
import { failureOf } from '../ui/problem.ts'
import type { OpenDraft } from './composer.ts'
import type { Field } from './panels.ts'
import { recipientFields } from './recipients.ts'

export type FieldFaults = Partial<Record<Field, string>>

const selectProfiles = (store: { profiles: readonly ProfileState[] | null }) => store.profiles

export function useFieldFaults(open: OpenDraft): FieldFaults {
  const { t } = useTranslation('compose')
  const profiles = useStore(profileStore, selectProfiles)
  const hasProfile = profiles === null || profiles.some(({ id }) => id === open.draft.profileId)
  return {
    ...toldFault(open),
    ...(hasProfile ? {} : { profile: profiles.length === 0 ? t('noProfiles') : t('needsProfile') }),
    ...seenFaults(t, open.draft),
  }
}

/** The failure that the last attempt of this window ended with. */
export function lastFailure({ run, receipt }: Pick<OpenDraft, 'run' | 'receipt'>): Failure | null {
  return run.kind === 'broken' ? failureOf(run.error) : (receipt?.failure ?? null)
}

/** Where in the draft a failure is at home. */
export function fieldAtFault({ kind, facts }: Failure, { envelope }: Pick<Draft, 'envelope'>): Field | null {
  const field = facts.field?.toLowerCase() ?? ''
  switch (kind) {
    case 'no-recipients':
      return 'to'
    case 'no-sender':
      return 'from'
    case 'attachment-missing':
    case 'mail-too-large':
      return 'attachments'
    case 'raw-mail-invalid':
      return 'raw'
    case 'address-invalid':
    case 'header-invalid':
      if (envelope !== null && /^(mail from|rcpt to)$/.test(field)) return 'envelope'
      if (/from|sender/.test(field)) return 'from'
      if (field.includes('subject')) return 'subject'
      return recipientFields.find((name) => field.includes(name)) ?? (kind === 'address-invalid' ? 'to' : null)
    default:
      return null
  }
}

function toldFault({ attempted, draft, ...last }: OpenDraft): FieldFaults {
  const failure = attempted && lastFailure(last)
  const field = failure && fieldAtFault(failure, draft)
  if (!attempted || !failure || !field || hasChanged(field, draft, attempted.draft)) return {}
  const { title, happened } = explainFailure(failure, language())
  return { [field]: field === 'to' && failure.kind === 'no-recipients' ? title : happened }
}

const hasChanged = (field: Field, now: Draft, then: Draft): boolean =>
  JSON.stringify(partOf(now, field)) !== JSON.stringify(partOf(then, field))

const partOf = (draft: Draft, field: Field): unknown =>
  field === 'body' || field === 'profile' ? draft.html : draft[field]

function seenFaults(t: TFunction<'compose'>, { from, subject }: Draft): FieldFaults {
  const parsed = from.trim() === '' ? null : parseAddress(from)
  return {
    ...(parsed?.kind === 'invalid' ? { from: t(`fault-${parsed.fault}`) } : {}),
    ...(hasControl(subject) ? { subject: t('subjectControl') } : {}),
  }
}
