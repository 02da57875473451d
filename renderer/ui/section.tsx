// A titled group of fields, as settings and forms have them.
import type { ReactNode } from 'react'
import classes from './section.module.css'

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.fields}>{children}</div>
    </section>
  )
}
