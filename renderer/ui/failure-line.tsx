// A failure in two lines, where a why card would be too much: what happened and what to do.
import { explainFailure } from '#shared/explain/failures.ts'
import type { Failure } from '#shared/values/failure.ts'
import classes from './failure-line.module.css'
import { language } from './language.ts'

export function FailureLine({ failure }: { failure: Failure }) {
  const { title, advice } = explainFailure(failure, language())
  return (
    <p className={classes.line} role="alert">
      <strong>{title}</strong> {advice}
    </p>
  )
}
