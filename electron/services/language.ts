// The language in which the person is spoken to where the window cannot choose it: what is kept, and what a port says.
import type { Language, Settings } from '#shared/values/settings.ts'

/** `locale`: the desktop's, as a tag such as `es-ES`. */
export function languageOf({ language }: Settings, locale: string): Language {
  if (language !== 'system') return language
  return /^es\b/i.test(locale) ? 'es' : 'en'
}
