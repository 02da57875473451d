// The shape of what is said about one kind of failure.
import type { Failure } from '../values/failure.ts'
import type { Words } from '../values/settings.ts'

export type FailureText = {
  readonly fault: Failure['fault']
  readonly title: Words
  readonly happened: Words
  readonly advice: Words
  /** The rule behind it, such as `RFC 3207 §4`; null where no RFC speaks of it. */
  readonly rfc: string | null
}
