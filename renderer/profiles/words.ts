import { words } from '../ui/words.ts'

export const profileWords = words({ en: {}, es: {} })
