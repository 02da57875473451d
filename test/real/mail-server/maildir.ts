// Reads mails back from a user's Maildir, as Dovecot wrote them: with LF line ends, under the trace lines of the delivery.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const patience = 20_000

/** The mail with this Message-ID (angle brackets included); waits for it a while. */
export async function findMail(mailFolder: string, user: string, messageId: string): Promise<Buffer> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(50)) {
    const mail = (await listMails(mailFolder, user)).find((content) => hasMessageId(content, messageId))
    if (mail !== undefined) return mail
  }
  throw new Error(`No mail with Message-ID ${messageId} reached ${user} in ${patience / 1000} s.`)
}

export async function listMails(mailFolder: string, user: string): Promise<Buffer[]> {
  const folder = join(mailFolder, user, 'Maildir/new')
  return Promise.all((await filesOf(folder)).map((file) => readFile(join(folder, file))))
}

/** The mail as its sender wrote it, CRLF line ends again: what lies below the header lines that servers put on top (RFC 5321 §4.4). */
export function withoutTrace(mail: Buffer): Buffer {
  const lines = mail.toString('latin1').replaceAll('\r\n', '\n').split('\n')
  const first = lines.findIndex((line) => !isTraceLine(line))
  return Buffer.from(lines.slice(first).join('\r\n'), 'latin1')
}

const isTraceLine = (line: string) =>
  /^(Return-Path|Delivered-To|X-Original-To|Received):/i.test(line) || /^[ \t]/.test(line)

const hasMessageId = (mail: Buffer, messageId: string) =>
  mail
    .subarray(0, 64 * 1024)
    .toString('latin1')
    .includes(messageId)

/** A Maildir is made with its first mail: until then there are no files. */
async function filesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
