// One line of the header: its name, what stands in it, and under it what is wrong with it.
import type { ReactNode } from 'react'
import classes from './header.module.css'

type FieldRowProps = {
  label: string
  fault: string | null
  aside?: ReactNode
  /** Whether a low window may leave it out while nobody is at the header. */
  isSpare?: boolean
  onLabel(): void
  children: ReactNode
}

export function FieldRow({ label, fault, aside, isSpare = false, onLabel, children }: FieldRowProps) {
  return (
    <div className={classes.row} data-bad={fault !== null || undefined} data-spare={isSpare || undefined}>
      {/* The fields name themselves; this is the same name for the eye, and a larger place to click. */}
      <button type="button" tabIndex={-1} aria-hidden className={classes.label} onClick={onLabel}>
        {label}
      </button>
      <div className={classes.field}>{children}</div>
      {aside}
      {fault && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
