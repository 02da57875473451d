// A failure as `--json` has promised it: what the window's explanations need beyond that is left out.
import type { Failure } from '#shared/values/failure.ts'

export const failureJson = ({ kind, stage, message, reply, fault, advice }: Failure) => ({
  kind,
  stage,
  message,
  reply,
  fault,
  advice,
})
