import { words } from '../ui/words.ts'

export const loopbackWords = words({ en: {}, es: {} })
