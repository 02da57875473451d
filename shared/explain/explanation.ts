// What is said about one thing of the protocol: its name, what it means, and the rule behind it.
import type { Words } from '../values/settings.ts'
import { say } from './words.ts'

export type Explanation = {
  readonly title: Words
  readonly text: Words
  /** For example `RFC 3207 §4`; null where no RFC speaks of it. */
  readonly reference: string | null
}

/** A row of a table: title, text and reference, the first two in both languages. */
export const explain = (title: Words, text: Words, reference: string | null): Explanation => ({
  title,
  text,
  reference,
})

/** The same explanation with more sentences behind its text. */
export const withMore = (explanation: Explanation, ...more: readonly Words[]): Explanation => ({
  ...explanation,
  text: more.reduce((text, next) => say(`${text.en} ${next.en}`, `${text.es} ${next.es}`), explanation.text),
})
