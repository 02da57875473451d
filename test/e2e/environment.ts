// The environment that a Heloise under test runs in: nothing of the person's own, no keyring, one language.
import { join } from 'node:path'
import type { OpenOptions } from './door.ts'

export const root = join(import.meta.dirname, '../..')

export function environment({
  dataFolder,
  language,
}: Pick<OpenOptions, 'dataFolder' | 'language'>): Record<string, string> {
  const kept = Object.entries(process.env).filter(([, value]) => value !== undefined)
  const tag = language.replace('-', '_')
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ''])),
    HELOISE_DATA: dataFolder,
    HELOISE_KEYRING: 'none',
    LANG: `${tag}.UTF-8`,
    LANGUAGE: tag,
    LC_ALL: `${tag}.UTF-8`,
  }
}
