// How an answer ended, so that two can be compared.
import type { AnswerEnd } from '../talk.ts'
import { alertInWords } from '../wire/alerts.ts'

export function endInWords(end: AnswerEnd): string {
  switch (end.kind) {
    case 'alert':
      return alertInWords(end.alert)
    case 'broken':
      return `a broken connection (${end.code})`
    case 'closed':
      return 'a closed connection'
    case 'silent':
      return 'silence'
    case 'enough':
    case 'foreign':
    case 'malformed':
      return 'something else'
  }
}
