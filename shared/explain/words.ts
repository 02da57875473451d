// Texts in both languages, and the filling of their placeholders with facts. Which facts there are: facts.ts.
import type { Language, Words } from '../values/settings.ts'
import { type FactName, type FactWords, factWords } from './facts.ts'

/** A text in English and in Spanish. */
export const say = (en: string, es: string): Words => ({ en, es })

/** The text of one language with every `{fact}` filled; a fact that is not known is put in general words. */
export function fill(words: Words, language: Language, facts: Readonly<Record<string, string>>): string {
  const filled = words[language].replace(placeholder, (whole, name: string, offset: number, text: string) => {
    if (!isFactName(name)) return whole
    const shown = factText(name, facts[name]?.trim() ?? '', language)
    return shown.isOurs && opensSentence(text, offset) ? capitalised(shown.text) : shown.text
  })
  return language === 'es' ? contracted(filled) : filled
}

/** Fills both languages at once. */
export const fillBoth = (words: Words, facts: Readonly<Record<string, string>>): Words => ({
  en: fill(words, 'en', facts),
  es: fill(words, 'es', facts),
})

/** `isOurs`: the words are ours, so they follow the sentence; a value from outside is never touched. */
function factText(name: FactName, value: string, language: Language): { text: string; isOurs: boolean } {
  const words: FactWords = factWords[name]
  const named = words.values?.[value] ?? (value === '' ? words.unknown : null)
  if (named !== null) return { text: named[language], isOurs: true }
  const shown = words.show?.(value, language) ?? value
  return { text: words.known[language].replace('{}', () => shown), isOurs: false }
}

const placeholder = /\{([a-z0-9]+)\}/gi
const isFactName = (name: string): name is FactName => Object.hasOwn(factWords, name)
const opensSentence = (text: string, offset: number) => offset === 0 || /[.?!]\s+$/.test(text.slice(0, offset))
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Spanish joins `a el` and `de el`. */
const contracted = (text: string) => text.replace(/\b(a|A) el\b/g, '$1l').replace(/\b(d|D)e el\b/g, '$1el')
