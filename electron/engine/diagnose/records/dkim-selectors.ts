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

export type DkimSeen = {
  readonly found: readonly { readonly selector: string; readonly keys: readonly DkimKey[] }[]
  readonly answers: readonly Answered[]
  /** `_domainkey` itself: where it exists, keys are below it. */
  readonly parent: Answered
}

export async function findDkim(domain: string, { ask }: Asker): Promise<DkimSeen> {
  const [parent, ...answers] = await Promise.all([
    ask(`_domainkey.${domain}`, 'TXT'),
    ...usualSelectors.map((selector) => ask(`${selector}._domainkey.${domain}`, 'TXT')),
  ])
  const found = usualSelectors.flatMap((selector, index) => {
    const answer = answers[index]
    const keys = answer === undefined ? [] : textsOf(answer).filter(isDkimKey).map(readDkimKey)
    return keys.length === 0 ? [] : [{ selector, keys }]
  })
  return { found, answers, parent }
}
