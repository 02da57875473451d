// One row of the table that reads a cause out of a server's refusal: when it applies, and what to say then.
import type { Words } from '../values/settings.ts'
import type { Stage } from '../values/stage.ts'
import type { Provider } from './provider.ts'
import type { Fault } from './side.ts'

/** Everything that is named must hold; what is left out may be anything. */
export type ReplyPattern = {
  /** Whose server said it; an unknown one fits no list. */
  readonly providers?: readonly Provider[]
  readonly stages?: readonly Stage[]
  readonly code?: RegExp
  readonly enhanced?: RegExp
  readonly text?: RegExp
  /** The text must not hold this: another row reads it. */
  readonly unless?: RegExp
}

export type ReplyCause = {
  readonly id: string
  /** The row applies when one of these does. */
  readonly when: readonly ReplyPattern[]
  readonly fault: Fault
  readonly title: Words
  readonly advice: Words
  readonly rfc: string | null
  /** Whether the same mail may pass later without any change. */
  readonly passes: boolean
}
