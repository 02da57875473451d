// What a server said to a probe, or that it said nothing, as a sentence in both languages.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import type { Said } from './talk.ts'

/** `line`: what it was said to. */
export function saidWords(line: string, { reply, end }: Said): Words {
  switch (end) {
    case 'silent':
      return say(`To “${line}” the server said nothing.`, `A «${line}» el servidor no respondió nada.`)
    case 'closed':
      return say(`At “${line}” the server hung up.`, `Ante «${line}» el servidor colgó.`)
    case 'nonsense':
      return say(`To “${line}” came something that is no reply.`, `A «${line}» llegó algo que no es una respuesta.`)
    case null: {
      const words = [reply?.code, reply?.enhanced, reply?.text.split('\n').at(-1)].filter(Boolean).join(' ')
      return say(`To “${line}” the server said: ${words}`, `A «${line}» el servidor respondió: ${words}`)
    }
  }
}
