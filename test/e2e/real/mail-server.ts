// The real mail server for the specs of the window: the program of test/real, what it told of itself, and its mailboxes.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { findMail, withoutTrace } from '../../real/mail-server/maildir.ts'
import type { MailServer } from '../../real/mail-server.ts'
import { root } from '../environment.ts'

type Told = Pick<MailServer, 'ports' | 'variantPorts' | 'authority' | 'users' | 'mailFolder'>

export type RealServer = Told & {
  /** The mail with this Message-ID in a user's mailbox, as its sender wrote it. */
  mail(user: string, messageId: string): Promise<Buffer>
  stop(): Promise<void>
}

/** Why it cannot run here is told as a text. */
export async function startRealServer(): Promise<RealServer | string> {
  const child = spawn(process.execPath, [join(root, 'test/real/serve.ts')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const told: Told | { missing: string } = JSON.parse(await firstLine(child))
  if ('missing' in told) return told.missing
  return {
    ...told,
    mail: async (user, messageId) => withoutTrace(await findMail(told.mailFolder, user, messageId)),
    async stop() {
      const ended = once(child, 'exit')
      child.stdin.end()
      await ended
    },
  }
}

async function firstLine(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('The mail server could not be started; it says why above.')
}
