// The mail of `heloise send` as bytes: composed from the options, or read as it is.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { isDomain } from '#shared/address/index.ts'
import type { Attachment, Draft } from '#shared/values/draft.ts'
import {
  type ComposedMail,
  type ComposeTools,
  composeMail,
  composeRawMail,
  fileOctets,
  mailSeries,
  withMessageId,
} from '../../engine/mail/index.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import type { CliWords } from '../words/index.ts'
import type { MailPlan } from './order.ts'

/** Makes the mail; each further call makes it again with a Message-ID of its own. */
export type MailMaker = () => Promise<ComposedMail>

/** Throws a usage error where a file is not there, before anything is sent. */
export function mailMaker(plan: MailPlan, { words, signal }: Terminal): Promise<MailMaker> {
  return plan.kind === 'raw' ? rawMailMaker(plan, words, signal) : composedMailMaker(plan, words)
}

type ComposedPlan = Extract<MailPlan, { kind: 'composed' }>
type RawPlan = Extract<MailPlan, { kind: 'raw' }>

async function composedMailMaker(plan: ComposedPlan, words: CliWords): Promise<MailMaker> {
  const { html, text } = plan
  const attachments = await Promise.all(plan.attachments.map((path) => attachmentOf(path, html ?? '', words)))
  const draft: Draft = {
    ...emptyDraft,
    from: plan.from || nobody,
    to: [...plan.to],
    subject: plan.subject,
    format: html === null ? 'plain' : 'html',
    html: html ?? '',
    text: text ?? '',
    attachments,
    envelope: plan.envelope,
  }
  const name = hostname()
  const tools: Omit<ComposeTools, 'now'> = {
    openAttachment: fileOctets,
    hostname: isDomain(name) ? name : 'localhost',
    ...(html === null || text === null ? {} : { plainTwin: async () => text }),
  }
  const now = new Date()
  return inSeries(
    () => composeMail(draft, { ...tools, now }),
    (first) => mailSeries(first, now),
  )
}

async function rawMailMaker(
  { source, envelope, isBinary }: RawPlan,
  words: CliWords,
  signal: AbortSignal,
): Promise<MailMaker> {
  const open = source === '-' ? await standardInput(signal) : await fileSource(source, words)
  const raw = (content: typeof open) => composeRawMail(content, envelope, { isBinary })
  return inSeries(
    () => raw(open),
    async () => mailSeries(await raw(withMessageId(open)), null),
  )
}

/** The first mail, and from then on what a series makes, which is begun only when it is needed. */
function inSeries(
  make: () => Promise<ComposedMail>,
  goOn: (first: ComposedMail) => Promise<(now: Date) => ComposedMail>,
): MailMaker {
  let first: Promise<ComposedMail> | null = null
  let series: ReturnType<typeof goOn> | null = null
  return async () => {
    if (first === null) {
      first = make()
      return first
    }
    series ??= first.then(goOn)
    return (await series)(new Date())
  }
}

async function attachmentOf(path: string, html: string, words: CliWords): Promise<Attachment> {
  // A long list, loaded when it is needed and not before.
  const { detectMimeType } = await import('nodemailer/lib/mime-funcs/mime-types')
  const name = basename(path)
  return {
    id: path,
    name,
    type: detectMimeType(name),
    size: await sizeOfFile('--attach', path, words),
    // A picture that the HTML shows as `cid:NAME` stands there and not below the mail (RFC 2392).
    contentId: html.includes(`cid:${name}`) ? name : null,
  }
}

async function fileSource(path: string, words: CliWords): Promise<() => AsyncIterable<Uint8Array>> {
  await sizeOfFile('--eml', path, words)
  return () => createReadStream(path)
}

async function sizeOfFile(option: string, path: string, words: CliWords): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(words.fileUnreadable(option, path, error.code ?? error.message))
  })
  if (found.isDirectory()) throw new UsageError(words.fileUnreadable(option, path, 'EISDIR'))
  return found.size
}

/** Read once and kept: it cannot be read again for another attempt. */
async function standardInput(signal: AbortSignal): Promise<() => AsyncIterable<Uint8Array>> {
  const chunks: Buffer[] = []
  for await (const chunk of addAbortSignal(signal, process.stdin)) chunks.push(Buffer.from(chunk))
  return async function* () {
    yield* chunks
  }
}

/** Stands in the From of a mail with the null sender, as in the notices of a mail server (RFC 3464 §4). */
const nobody = 'mailer-daemon@localhost'

const emptyDraft: Draft = {
  id: '',
  profileId: null,
  from: '',
  to: [],
  cc: [],
  bcc: [],
  replyTo: '',
  subject: '',
  format: 'plain',
  html: '',
  text: '',
  headers: [],
  attachments: [],
  envelope: null,
  raw: null,
  wire: null,
}
