// Where a password comes from: a file, the environment, or the person at the terminal. Never the command line.
import { readFile } from 'node:fs/promises'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** `file` is what --password-file says; it wins over HELOISE_PASSWORD, as an option does over the environment. */
export async function readPassword(file: string | undefined, user: string, terminal: Terminal): Promise<string> {
  const { environment, words } = terminal
  if (file !== undefined) return readPasswordFile(file, terminal)
  const password = environment.HELOISE_PASSWORD
  if (password !== undefined && password !== '') return password
  const { askSecret } = await import('./ask-secret.ts')
  const answer = await askSecret(words.passwordPrompt(user), terminal.signal)
  if (answer === null || answer === '') throw new UsageError(words.passwordMissing(user))
  return answer
}

async function readPasswordFile(file: string, { words }: Terminal): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(words.fileUnreadable('--password-file', file, error.code ?? error.message))
  })
  // An editor ends the file with a line end that is no part of the password.
  const password = text.replace(/\r?\n$/, '')
  if (password === '') throw new UsageError(words.passwordFileEmpty(file))
  return password
}
