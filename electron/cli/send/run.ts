// Runs `heloise send`: everything is checked first; then the mail goes out, once or many times.
import { formatAddress } from '#shared/address/index.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import { type Access, type DeliveryTools, deliver, deliverMany } from '../../engine/delivery/index.ts'
import { systemResolver } from '../../engine/dns/index.ts'
import type { ComposedMail } from '../../engine/mail/index.ts'
import { SmtpError } from '../../engine/smtp-error.ts'
import type { SavedProfile } from '../../services/saved-profile.ts'
import { dnsServers } from '../arguments.ts'
import { exitStatus, statusOfBulk, statusOfFailure, statusOfReceipt } from '../exit-status.ts'
import { showHidden, showLive } from '../live-transcript.ts'
import { beginReach, withSecrets } from '../reach/open.ts'
import { createRecorder } from '../recorder.ts'
import type { Terminal } from '../terminal.ts'
import { openTranscriptFile } from '../transcript-file.ts'
import { writeWhyCard } from '../why-card.ts'
import { wireOf } from '../wire/wire.ts'
import { writeBulk } from './bulk-summary.ts'
import type { SendOptions } from './command.ts'
import { type MailMaker, mailMaker } from './mail.ts'
import { mailPlanOf, type Pace, paceOf } from './order.ts'
import { receiptJson } from './receipt-json.ts'
import { writeSummary } from './summary.ts'

export async function runSend(options: SendOptions, terminal: Terminal): Promise<number> {
  const { words } = terminal
  const begun = await beginReach(options, terminal)
  const { saved } = begun
  const pace = paceOf(options, words)
  const wire = wireOf(options, saved?.profile.wire ?? defaultWire, words)
  const servers = dnsServers('--dns', options.dns, words)
  const plan = mailPlanOf(options, senderOf(saved), words)
  const makeMail = await mailMaker(plan, terminal)
  const access = await withSecrets(begun, options, terminal)
  try {
    const mail = await makeMail()
    const file = options.transcript === undefined ? null : await openTranscriptFile(options.transcript, terminal)
    const recorder = recorderOf(options, pace, terminal)
    const tools = { recorder, resolver: systemResolver({ servers }), signal: terminal.signal }
    const status = await send({ access, mail, makeMail, pace, wire, isJson: options.json === true }, tools, terminal)
    await file?.write(recorder.sessions)
    return status
  } catch (error) {
    // What the composer does not take: nothing was sent, so there is no receipt.
    if (!(error instanceof SmtpError)) throw error
    writeWhyCard(error.failure, terminal.err, terminal)
    return statusOfFailure(error.failure)
  }
}

type Work = {
  readonly access: Access
  readonly mail: ComposedMail
  readonly makeMail: MailMaker
  readonly pace: Pace
  readonly wire: WireOptions
  readonly isJson: boolean
}

async function send(work: Work, tools: DeliveryTools, terminal: Terminal): Promise<number> {
  const { access, mail, makeMail, pace, wire, isJson } = work
  const { stopAfter, replyTimeout, bulk } = pace
  if (bulk !== null) {
    const { keepsOrder, ...rest } = bulk
    const result = await deliverMany(
      {
        access,
        replyTimeout,
        wire,
        ...rest,
        mayOvertake: !keepsOrder,
        mail: (index) => (index === 0 ? mail : makeMail()),
      },
      tools,
    )
    writeBulk(result, isJson, terminal)
    return tools.signal.aborted ? exitStatus.interrupted : statusOfBulk(result)
  }
  const onReceipt = (receipt: Receipt) => {
    if (isJson) terminal.out.write(`${JSON.stringify(receiptJson(receipt), null, 2)}\n`)
    writeSummary(receipt, isJson ? terminal.err : terminal.out, terminal)
  }
  const receipt = await deliver({ access, mail, stopAfter, replyTimeout, wire }, { ...tools, onReceipt })
  // Also when it is not known what became of the mail: the person ended it.
  return tools.signal.aborted ? exitStatus.interrupted : statusOfReceipt(receipt)
}

const senderOf = (saved: SavedProfile | null): string | null =>
  saved === null || saved.profile.sender.address === '' ? null : formatAddress(saved.profile.sender)

/** The conversation is for a person; with --json it stands beside the result, and of many mails nobody reads it. */
function recorderOf(options: SendOptions, { bulk }: Pace, { out, err, words }: Terminal) {
  const { json, quiet, transcript, showSecrets, wholeBody: keepsBodies = false } = options
  const output = json ? err : out
  const live = showLive(output, words)
  const isShown = !quiet && bulk === null
  const show = isShown ? () => live : null
  const reveal = isShown && showSecrets ? showHidden(output) : null
  return createRecorder({ origin: 'send', show, reveal, isKept: transcript !== undefined, keepsBodies })
}
