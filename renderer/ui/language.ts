// Which language the window speaks, and the texts of every feature under its own namespace.
import i18next, { changeLanguage, use } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languages, type Settings, type Words } from '#shared/values/settings.ts'
import { composeWords } from '../compose/words.ts'
import { diagnoseWords } from '../diagnose/words.ts'
import { frameWords } from '../frame/words.ts'
import { loopbackWords } from '../loopback/words.ts'
import { profileWords } from '../profiles/words.ts'
import { settingsWords } from '../settings/words.ts'
import { transcriptWords } from '../transcript/words.ts'
import { wireWords } from '../wire/words.ts'
import { findingWords } from './finding/words.ts'
import { outcomeWords } from './outcome-words.ts'
import { uiWords } from './ui-words.ts'

const features = {
  ui: uiWords,
  outcome: outcomeWords,
  finding: findingWords,
  frame: frameWords,
  transcript: transcriptWords,
  compose: composeWords,
  profiles: profileWords,
  diagnose: diagnoseWords,
  loopback: loopbackWords,
  settings: settingsWords,
  wire: wireWords,
}

type Features = typeof features
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: { [Feature in keyof Features]: Features[Feature]['en'] }
  }
}

const inLanguage = (language: Language) =>
  Object.fromEntries(Object.entries(features).map(([feature, both]) => [feature, both[language]]))

export async function startLanguage(choice: Settings['language'], locale: string): Promise<void> {
  systemLocale = locale
  await use(initReactI18next).init({
    lng: resolve(choice),
    fallbackLng: 'en',
    defaultNS: 'ui',
    resources: { en: inLanguage('en'), es: inLanguage('es') },
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = resolve(choice)
}

export async function setLanguage(choice: Settings['language']): Promise<void> {
  await changeLanguage(resolve(choice))
  document.documentElement.lang = resolve(choice)
}

/** The language in use now. */
export const language = (): Language => (i18next.language === 'es' ? 'es' : 'en')

/** Picks from a text that comes in both languages, such as an explanation or a finding. */
export const say = (both: Words): string => both[language()]

let systemLocale = 'en'

function resolve(choice: Settings['language']): Language {
  if (choice !== 'system') return choice
  return languages.find((known) => systemLocale.toLowerCase().startsWith(known)) ?? 'en'
}
