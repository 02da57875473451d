// Looks for keys under the selectors that mail services commonly use: DNS cannot list those that a domain has.
import { type Answered, textsOf } from './answered.ts'
import type { Asker } from './asker.ts'
import { type DkimKey, isDkimKey, readDkimKey } from './dkim-key.ts'

const usualSelectors = [
  'default',
  'dkim',
  'mail',
  'google',
  'selector1',
  'selector2',
  'k1',
  'k2',
  'k3',
  's1',
  's2',
  'fm1',
  'protonmail',
  'mandrill',
  'zoho',
  'sig1',
  'mxvault',
  'smtp',
  'key1',
  'dkim1',
] as const

/** A mail has few signatures. */
const mostAsked = 8

export type DkimSeen = {
  readonly found: readonly { readonly selector: string; readonly keys: readonly DkimKey[] }[]
  readonly answers: readonly Answered[]
  /** Those that were asked for by name and have no key. */
  readonly missing: readonly string[]
  /** `_domainkey` itself: where it exists, keys are below it. */
  readonly parent: Answered
}

/** `asked`: selectors that somebody named, beside the usual ones. */
export async function findDkim(domain: string, asked: readonly string[], { ask }: Asker): Promise<DkimSeen> {
  const selectors = [...new Set([...asked.slice(0, mostAsked), ...usualSelectors])]
  const [parent, ...answers] = await Promise.all([
    ask(`_domainkey.${domain}`, 'TXT'),
    ...selectors.map((selector) => ask(`${selector}._domainkey.${domain}`, 'TXT')),
  ])
  const found = selectors.flatMap((selector, index) => {
    const answer = answers[index]
    const keys = answer === undefined ? [] : textsOf(answer).filter(isDkimKey).map(readDkimKey)
    return keys.length === 0 ? [] : [{ selector, keys }]
  })
  const isFound = (selector: string) => found.some((one) => one.selector === selector)
  return { found, answers, parent, missing: asked.filter((selector) => !isFound(selector)) }
}
