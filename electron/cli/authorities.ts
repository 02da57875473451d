// The file of `--ca`: certificates of further authorities to trust.
import { X509Certificate } from 'node:crypto'
import { fileText } from './arguments.ts'
import { UsageError } from './usage-error.ts'
import type { CliWords } from './words/index.ts'

export async function authoritiesOf(file: string, words: CliWords): Promise<string> {
  const pem = await fileText('--ca', file, words)
  try {
    new X509Certificate(pem)
  } catch {
    throw new UsageError(words.valueInvalid('--ca', file, words.wanted.certificates))
  }
  return pem
}
