import { words } from '../ui/words.ts'

export const diagnoseWords = words({ en: {}, es: {} })
