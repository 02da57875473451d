// Every text of the diagnosis, put together from its parts.
import { words } from '../ui/words.ts'
import { askWords } from './words/ask.ts'
import { findingsWords } from './words/findings.ts'
import { historyWords } from './words/history.ts'
import { offersWords } from './words/offers.ts'
import { placesWords } from './words/places.ts'
import { recordsWords } from './words/records.ts'
import { reportWords } from './words/report.ts'
import { tlsWords } from './words/tls.ts'

export const diagnoseWords = words({
  en: {
    ...askWords.en,
    ...findingsWords.en,
    ...offersWords.en,
    ...placesWords.en,
    ...tlsWords.en,
    ...recordsWords.en,
    ...reportWords.en,
    ...historyWords.en,
  },
  es: {
    ...askWords.es,
    ...findingsWords.es,
    ...offersWords.es,
    ...placesWords.es,
    ...tlsWords.es,
    ...recordsWords.es,
    ...reportWords.es,
    ...historyWords.es,
  },
})
