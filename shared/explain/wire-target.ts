// Which option for the wire a failure is about.
import type { Failure, FailureKind } from '../values/failure.ts'
import { extensionKeywords } from '../values/wire-defaults.ts'
import type { ExtensionKeyword } from '../values/wire-options.ts'
import { type WireRuleField, wireRuleFields } from '../values/wire-rules.ts'

/** The option at fault, or the switch of an extension. */
export type WireTarget = { readonly field: WireRuleField } | { readonly keyword: ExtensionKeyword }

const kinds: ReadonlySet<FailureKind> = new Set(['wire-option-invalid', 'extension-not-offered', 'extension-unusable'])

/** Null when it is about another thing, or does not say. */
export function wireTargetOf({ kind, facts }: Pick<Failure, 'kind' | 'facts'>): WireTarget | null {
  if (!kinds.has(kind)) return null
  const field = wireRuleFields.find((known) => known === facts.field)
  // An attribute stands behind the keyword: `XCLIENT LOGIN`.
  const keyword = extensionKeywords.find((known) => known === facts.keyword?.split(' ', 1)[0])
  if (field !== undefined) return { field }
  return keyword === undefined ? null : { keyword }
}
