// A titled group of fields that few need: folded, with one line that says what is set in it.
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import classes from './folded-section.module.css'

type FoldedSectionProps = {
  title: string
  /** What is set, in a few words. */
  summary: string
  /** Whether it begins unfolded; with a fault it always is. */
  isOpen: boolean
  hasFault: boolean
  children: ReactNode
}

export function FoldedSection({ title, summary, isOpen, hasFault, children }: FoldedSectionProps) {
  const [isUnfolded, setUnfolded] = useState(isOpen)
  return (
    <details
      className={classes.section}
      open={isUnfolded || hasFault}
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
    >
      <summary className={classes.head}>
        <span className={classes.title}>
          {title}
          <IconChevronRight size={14} className={classes.mark} aria-hidden />
        </span>
        <span className={classes.summary}>{summary}</span>
      </summary>
      <div className={classes.fields}>{children}</div>
    </details>
  )
}
