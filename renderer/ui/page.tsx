// A screen that scrolls as one: its title, actions at the right, and what it holds.
import type { ReactNode } from 'react'
import classes from './page.module.css'

type PageProps = { title: string; actions?: ReactNode; children: ReactNode }

export function Page({ title, actions, children }: PageProps) {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {actions}
      </header>
      {children}
    </div>
  )
}
