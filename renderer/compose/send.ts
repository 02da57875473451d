// What the send button and its menu do: a last look, the questions that are worth asking once, the session, its outcome.
import { t } from 'i18next'
import { draftWarnings, type Warning } from '#shared/compose/warnings.ts'
import type { Draft } from '#shared/values/draft.ts'
import type { ProfileState } from '#shared/values/profile.ts'
import type { StopPoint } from '#shared/values/stage.ts'
import { api } from '../channel/api.ts'
import { profileStore } from '../profiles/store.ts'
import { saveFile } from '../ui/save-file.ts'
import type { OpenDraft } from './composer.ts'
import { mayHaveArrived } from './draft-state.ts'
import { ask, focusField, focusWire } from './panels.ts'
import { outgoing } from './pictures.ts'
import { composerStore, manyStore, uploadStore } from './store.ts'
import { isSerious, warningText } from './warning-text.ts'
import { wireFaultsOf } from './wire-edit.ts'

export function openDraft(): OpenDraft | null {
  const { situation } = composerStore.getState()
  return situation.kind === 'open' ? situation : null
}

export function profileOf({ profileId }: Pick<Draft, 'profileId'>): ProfileState | null {
  return profileStore.getState().profiles?.find(({ id }) => id === profileId) ?? null
}

/** Sends, or with a stop point tries the session up to there. */
export async function sendDraft(stopAfter: StopPoint | null): Promise<void> {
  const ready = readyToSend()
  if (!ready) return
  const { open, profile } = ready
  if (stopAfter === null && !(await mayGo(open, profile))) return
  const subject = open.draft.subject || t('compose:noSubject')
  const label = t(stopAfter === null ? 'compose:sendingTask' : 'compose:checkingTask', { subject })
  await composerStore.getState().send(profile.id, stopAfter, label)
}

/** Asks how many times, and says where the copies go; the rest is done in its dialog. */
export async function sendManyTimes(): Promise<void> {
  const ready = readyToSend()
  if (!ready) return
  const { open, profile } = ready
  // Copies are meant here: whether the mail was sent before does not matter.
  if (profile.route === 'relay' && !(await mayGo({ ...open, receipt: null }, profile))) return
  await composerStore.getState().save()
  await manyStore.getState().open({ draft: outgoing({ ...open.draft, profileId: profile.id }), profile })
}

/** The mail and its profile; null where something is still to be filled in, which is shown. */
function readyToSend(): { readonly open: OpenDraft; readonly profile: ProfileState } | null {
  composerStore.getState().settle(null)
  const open = openDraft()
  if (!open || open.run.kind === 'running') return null
  const profile = profileOf(open.draft)
  const wireFault = profile && wireFaultsOf(open.draft, profile)[0]
  if (!profile) focusField('profile')
  else if (wireFault) focusWire(wireFault)
  else return { open, profile }
  return null
}

export const sendAgain = (): Promise<void> => sendDraft(openDraft()?.attempted?.stopAfter ?? null)

export function stopSending(): void {
  const run = openDraft()?.run
  if (run?.kind === 'running') run.stop()
}

export async function saveEml(): Promise<void> {
  composerStore.getState().settle(null)
  const open = openDraft()
  if (!open) return
  try {
    await saveFile(emlName(open.draft), await api.drafts.eml(outgoing(open.draft)), 'message/rfc822')
  } catch (error) {
    composerStore.getState().fail(error)
  }
}

/** The subject as a file name of any system. */
function emlName({ subject }: Draft): string {
  const name = subject
    .replace(/[\x00-\x1f\x7f<>:"/\\|?*]+/g, ' ')
    .trim()
    .replace(/\.+$/, '')
  return `${name.slice(0, 80) || t('compose:mailFile')}.eml`
}

/** What was answered with yes, so that nobody is asked twice. */
const settled = new Set<string>()

async function mayGo({ draft, receipt }: OpenDraft, profile: ProfileState): Promise<boolean> {
  const isUploading = uploadStore.getState().uploads.some((one) => one.draftId === draft.id && one.state === 'running')
  if (isUploading && !(await askTo('uploadsRun', []))) return false
  // On the way to our own test server sending twice is the point.
  if (!profile.isLoopback && mayHaveArrived(receipt) && !(await askTo('sendTwice', []))) return false
  const serious = draftWarnings(draft, profile).filter((one) => isSerious(one) && !settled.has(keyOf(draft, one)))
  if (serious.length === 0) return true
  if (!(await askTo('serious', serious.map(warningText)))) return false
  for (const warning of serious) settled.add(keyOf(draft, warning))
  return true
}

const keyOf = ({ id }: Draft, warning: Warning): string => `${id} ${JSON.stringify(warning)}`

const askTo = (name: 'uploadsRun' | 'sendTwice' | 'serious', points: readonly string[]): Promise<boolean> =>
  ask({
    title: t(`compose:${name}Title`),
    text: t(`compose:${name}`),
    points,
    yes: t(`compose:${name}Yes`),
    isGrave: false,
  })
