// The language of the terminal, as POSIX says: LC_ALL before LC_MESSAGES before LANG.
import type { Language } from '#shared/values/settings.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export function languageOf(environment: Environment): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return /^es(\b|_)/i.test(locale) ? 'es' : 'en'
}
