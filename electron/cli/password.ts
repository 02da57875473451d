// Where a password comes from: a file, the environment, or the person at the terminal. Never the command line.
import { readFile } from 'node:fs/promises'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

export type PasswordSource = {
  /** The option that names a file, and the file; it wins over the environment, as an option does. */
  readonly option: string
  readonly file: string | undefined
  /** The variable of the environment. */
  readonly variable: string
  /** What a person is asked. */
  readonly prompt: string
  /** Said where none of them has it. */
  readonly missing: string
}

/** What of a terminal is needed for it. */
export type PasswordDesk = Pick<Terminal, 'environment' | 'words' | 'signal'>

export async function readPassword(source: PasswordSource, terminal: PasswordDesk): Promise<string> {
  const { option, file, variable, prompt, missing } = source
  if (file !== undefined) return readPasswordFile(option, file, terminal)
  const password = terminal.environment[variable]
  if (password !== undefined && password !== '') return password
  const { askSecret } = await import('./ask-secret.ts')
  const answer = await askSecret(prompt, terminal.signal)
  if (answer === null || answer === '') throw new UsageError(missing)
  return answer
}

async function readPasswordFile(option: string, file: string, { words }: PasswordDesk): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(words.fileUnreadable(option, file, error.code ?? error.message))
  })
  // An editor ends the file with a line end that is no part of the password.
  const password = text.replace(/\r?\n$/, '')
  if (password === '') throw new UsageError(words.passwordFileEmpty(option, file))
  return password
}
