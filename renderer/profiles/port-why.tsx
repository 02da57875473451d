// What a port is for, and why it implies its security.
import { explainPort } from '#shared/explain/ports.ts'
import { say } from '../ui/language.ts'
import { ReferenceLinks } from '../ui/reference-links.tsx'
import classes from './profiles.module.css'

export function PortWhy({ port }: { port: number }) {
  const { title, text, reference } = explainPort(port)
  return (
    <p className={classes.why}>
      <strong>{say(title)}.</strong> {say(text)} {reference && <ReferenceLinks reference={reference} />}
    </p>
  )
}
