// Runs `heloise send`: everything is checked first; then the mail goes out, once or many times.
import { formatAddress } from '#shared/address/index.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import { type Access, type DeliveryTools, deliver } from '../../engine/delivery/index.ts'
import { systemResolver } from '../../engine/dns/index.ts'
import { SmtpError } from '../../engine/smtp-error.ts'
import type { SavedProfile } from '../../services/saved-profile.ts'
import { statusOfFailure, statusOfReceipt } from '../exit-status.ts'
import { showLive } from '../live-transcript.ts'
import { readPassword } from '../password.ts'
import { createRecorder } from '../recorder.ts'
import type { Terminal } from '../terminal.ts'
import { openTranscriptFile } from '../transcript-file.ts'
import { UsageError } from '../usage-error.ts'
import { writeWhyCard } from '../why-card.ts'
import { type Reach, reachOf } from './access.ts'
import type { SendOptions } from './command.ts'
import { type MailMaker, mailMaker } from './mail.ts'
import { mailPlanOf, type Pace, paceOf } from './order.ts'
import { receiptJson } from './receipt-json.ts'
import { writeSummary } from './summary.ts'

export async function runSend(options: SendOptions, terminal: Terminal): Promise<number> {
  const { words } = terminal
  const saved = await savedProfileOf(options, terminal)
  const pace = paceOf(options, words)
  const plan = mailPlanOf(options, senderOf(saved), words)
  const reach = await reachOf(options, saved?.profile ?? null, words)
  const makeMail = await mailMaker(plan, terminal)
  const access = { ...reach, secret: await secretOf(reach, saved, options, terminal) }
  try {
    return await send({ access, makeMail, pace, options }, terminal)
  } catch (error) {
    // What the composer does not take: nothing was sent, so there is no receipt.
    if (!(error instanceof SmtpError)) throw error
    return tell(error.failure, terminal)
  }
}

type Work = {
  readonly access: Access
  readonly makeMail: MailMaker
  readonly pace: Pace
  readonly options: SendOptions
}

async function send({ access, makeMail, pace, options }: Work, terminal: Terminal): Promise<number> {
  const mail = await makeMail()
  const file = options.transcript === undefined ? null : await openTranscriptFile(options.transcript, terminal)
  const recorder = recorderOf(options, terminal)
  const tools: DeliveryTools = { recorder, resolver: systemResolver({ servers: [] }), signal: terminal.signal }
  const receipt = await deliver({ access, mail, stopAfter: pace.stopAfter, replyTimeout: pace.replyTimeout }, tools)
  writeReceipt(receipt, options, terminal)
  await file?.write(recorder.sessions)
  return statusOfReceipt(receipt)
}

async function savedProfileOf({ profile: name }: SendOptions, { words }: Terminal): Promise<SavedProfile | null> {
  if (name === undefined) return null
  const { dataFolder } = await import('../../services/data-folder.ts')
  const { savedProfile } = await import('../../services/saved-profile.ts')
  const found = await savedProfile(name, dataFolder())
  if ('profile' in found) return found
  throw new UsageError(words.profileUnknown(name, found))
}

const senderOf = (saved: SavedProfile | null): string | null =>
  saved === null || saved.profile.sender.address === '' ? null : formatAddress(saved.profile.sender)

/** The saved password is for the saved user. */
async function secretOf(
  reach: Reach,
  saved: SavedProfile | null,
  options: SendOptions,
  terminal: Terminal,
): Promise<string | null> {
  if (reach.login === null) return null
  const { passwordFile, user } = options
  const kept = saved?.secret ?? null
  if (kept !== null && passwordFile === undefined && user === undefined) return kept
  return readPassword(passwordFile, reach.login.user, terminal)
}

/** The conversation is for a person; with --json it stands beside the result. */
function recorderOf({ json, quiet, transcript }: SendOptions, { out, err, words }: Terminal) {
  const live = showLive(json ? err : out, words)
  return createRecorder({ origin: 'send', show: quiet ? null : () => live, isKept: transcript !== undefined })
}

function writeReceipt(receipt: Receipt, { json }: SendOptions, terminal: Terminal): void {
  if (json) terminal.out.write(`${JSON.stringify(receiptJson(receipt), null, 2)}\n`)
  writeSummary(receipt, json ? terminal.err : terminal.out, terminal)
}

function tell(failure: Failure, terminal: Terminal): number {
  writeWhyCard(failure, terminal.err, terminal)
  return statusOfFailure(failure)
}
