// `--user`: with which a diagnosis of level 3 logs in.
import type { DiagnoseTarget } from '../../engine/diagnose/index.ts'
import { singleLine } from '../arguments.ts'
import { readPassword } from '../password.ts'
import type { Terminal } from '../terminal.ts'
import type { DiagnoseOptions } from './command.ts'

type Credentials = NonNullable<DiagnoseTarget['credentials']>

export async function ownLogin(
  { user, passwordFile }: Pick<DiagnoseOptions, 'user' | 'passwordFile'>,
  terminal: Terminal,
): Promise<Credentials | null> {
  if (user === undefined) return null
  const { words } = terminal
  const name = singleLine('--user', user, words)
  const secret = await readPassword(
    {
      option: '--password-file',
      file: passwordFile,
      variable: 'HELOISE_PASSWORD',
      prompt: words.passwordPrompt(name),
      missing: words.passwordMissing(name),
    },
    terminal,
  )
  return { user: name, secret }
}
