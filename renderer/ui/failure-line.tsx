// A failure in a few lines, where a why card would be too much: what happened, what to do, and the server's own words.
import { explainFailure } from '#shared/explain/failures.ts'
import type { Failure } from '#shared/values/failure.ts'
import classes from './failure-line.module.css'
import { language } from './language.ts'
import { ServerWords } from './server-words.tsx'

export function FailureLine({ failure }: { failure: Failure }) {
  const { title, happened, advice } = explainFailure(failure, language())
  return (
    <div className={classes.line} role="alert">
      <strong>{title}.</strong> {happened} {advice}
      {failure.reply && <ServerWords reply={failure.reply} />}
    </div>
  )
}
