import { words } from '../ui/words.ts'

export const settingsWords = words({ en: {}, es: {} })
