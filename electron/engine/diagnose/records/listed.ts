// Names in a sentence: the first few, and how many more there are. Pure.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'

/** A finding is read by a person: the rest is in DNS. */
const mostNames = 5
/** Longer texts are cut: they come from outside, and may be as long as DNS allows. */
const longestText = 120

export function listed(names: readonly string[]): Words {
  const shown = names.slice(0, mostNames).map(shortened).join(', ')
  const more = names.length - mostNames
  return more > 0 ? say(`${shown} and ${more} more`, `${shown} y ${more} más`) : say(shown, shown)
}

export const shortened = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText)}…` : text)
