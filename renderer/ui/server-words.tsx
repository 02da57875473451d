// A reply as the server sent it, code first, in a fixed-width font.
import { replyText } from '#shared/explain/reply-text.ts'
import type { Reply } from '#shared/values/reply.ts'
import classes from './server-words.module.css'

export function ServerWords({ reply }: { reply: Reply }) {
  return (
    <code className={classes.words} data-class={Math.floor(reply.code / 100)}>
      {replyText(reply)}
    </code>
  )
}
