// Everything the command line says, in the person's language. The words of why cards are in shared/explain.
import type { Language } from '#shared/values/settings.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'

export type CliWords = typeof english

const words: Record<Language, CliWords> = { en: english, es: spanish }
export const wordsOf = (language: Language): CliWords => words[language]
