// A reply in one piece.
import type { Reply } from '../values/reply.ts'

/** As the server sent it: code, enhanced code and words, the lines of the words as they are. */
export const replyText = ({ code, enhanced, text }: Reply): string =>
  [code, enhanced, text].filter((part) => part !== null && part !== '').join(' ')
