// The real mail server for the specs of the window: the program of test/real, what it told of itself, and its mailboxes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
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
  const [line = '{}'] = await once(createInterface({ input: child.stdout }), 'line')
  const told: Told | { missing: string } = JSON.parse(line)
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
