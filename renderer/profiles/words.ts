// Every text of the profiles, put together from its parts.
import { words } from '../ui/words.ts'
import { askWords } from './words/ask.ts'
import { faultsWords } from './words/faults.ts'
import { listWords } from './words/list.ts'
import { loginWords } from './words/login.ts'
import { policiesWords } from './words/policies.ts'
import { serverWords } from './words/server.ts'
import { testWords } from './words/test.ts'
import { tlsWords } from './words/tls.ts'
import { wayWords } from './words/way.ts'

export const profileWords = words({
  en: {
    ...listWords.en,
    ...serverWords.en,
    ...loginWords.en,
    ...policiesWords.en,
    ...tlsWords.en,
    ...wayWords.en,
    ...testWords.en,
    ...askWords.en,
    ...faultsWords.en,
  },
  es: {
    ...listWords.es,
    ...serverWords.es,
    ...loginWords.es,
    ...policiesWords.es,
    ...tlsWords.es,
    ...wayWords.es,
    ...testWords.es,
    ...askWords.es,
    ...faultsWords.es,
  },
})
