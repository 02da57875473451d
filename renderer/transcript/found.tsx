// A line in which what the search looks for is marked, and whose first word (a verb, a code) stands out.
import { pieces } from './pieces.ts'

type FoundProps = { text: string; found: string; head?: number; headClass?: string | undefined }

export function Found({ text, found, head = 0, headClass }: FoundProps) {
  return pieces(text, found, head).map(({ at, text, isHit, isHead }) => {
    const shown = isHit ? <mark>{text}</mark> : text
    return (
      <span key={at} className={isHead ? headClass : undefined}>
        {shown}
      </span>
    )
  })
}
