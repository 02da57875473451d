import { words } from '../ui/words.ts'

export const transcriptWords = words({ en: {}, es: {} })
