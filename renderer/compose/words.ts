// Every text of the compose screen, put together from its parts.
import { words } from '../ui/words.ts'
import { bodyWords } from './words/body.ts'
import { draftWords } from './words/drafts.ts'
import { envelopeWords } from './words/envelope.ts'
import { headerWords } from './words/header.ts'
import { manyWords } from './words/many.ts'
import { sendWords } from './words/send.ts'
import { warningWords } from './words/warnings.ts'
import { wireWords } from './words/wire.ts'

export const composeWords = words({
  en: {
    ...headerWords.en,
    ...bodyWords.en,
    ...envelopeWords.en,
    ...sendWords.en,
    ...manyWords.en,
    ...warningWords.en,
    ...draftWords.en,
    ...wireWords.en,
  },
  es: {
    ...headerWords.es,
    ...bodyWords.es,
    ...envelopeWords.es,
    ...sendWords.es,
    ...manyWords.es,
    ...warningWords.es,
    ...draftWords.es,
    ...wireWords.es,
  },
})
