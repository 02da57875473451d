// A reply as the server sent it, code first, in a fixed-width font.
import type { Reply } from '#shared/values/reply.ts'
import classes from './server-words.module.css'

export function ServerWords({ reply }: { reply: Reply }) {
  return (
    <code className={classes.words} data-class={Math.floor(reply.code / 100)}>
      {replyText(reply)}
    </code>
  )
}

export function replyText({ code, enhanced, text }: Reply): string {
  return [code, enhanced, text].filter((part) => part !== null && part !== '').join(' ')
}
