import { words } from '../ui/words.ts'

export const composeWords = words({ en: {}, es: {} })
