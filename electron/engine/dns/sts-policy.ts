// The text of an MTA-STS policy, and whether an MX host is in it (RFC 8461 §3.2, §4.1). Pure.
import { isDomain } from '#shared/address/index.ts'
import type { StsPolicy } from '#shared/values/mta-sts.ts'
import { plainName } from './dns-name.ts'

export type ReadPolicy =
  | { readonly kind: 'policy'; readonly policy: StsPolicy }
  | { readonly kind: 'invalid'; readonly reason: string }

/** RFC 8461 §3.2: about a year. */
const longestAge = 31_557_600

export function readStsPolicy(text: string): ReadPolicy {
  const lines = text.split(/\r?\n/)
  while (lines.at(-1) === '') lines.pop()
  const fields = lines.map((line) => fieldForm.exec(line))
  const broken = fields.indexOf(null)
  if (broken !== -1) return invalid(`line ${broken + 1} is no “key: value”`)
  // Of a key that stands twice the first one counts, mx apart; unknown ones say nothing.
  const firstOf = (name: string) => fields.find((field) => field?.[1] === name)?.[2]
  if (firstOf('version') !== 'STSv1') return invalid('its version is not STSv1')
  const mode = modes.find((known) => known === firstOf('mode'))
  if (mode === undefined) return invalid('its mode is none of enforce, testing and none')
  const age = firstOf('max_age') ?? ''
  if (!/^\d{1,10}$/.test(age) || Number(age) > longestAge)
    return invalid(`its max_age is no number of seconds up to ${longestAge}`)
  const mx = fields.flatMap((field) => (field?.[1] === 'mx' ? [(field[2] ?? '').toLowerCase()] : []))
  const wrong = mx.find((pattern) => !isPattern(pattern))
  if (wrong !== undefined) return invalid(`“${wrong}” is no name of an MX host`)
  if (mx.length === 0 && mode !== 'none') return invalid('it names no MX host')
  return { kind: 'policy', policy: { mode, mx, maxAge: Number(age) } }
}

/** RFC 8461 §4.1: `*` is exactly one label, the left-most. */
export function isInPolicy(host: string, { mx }: StsPolicy): boolean {
  const name = plainName(host)
  const parent = name.slice(name.indexOf('.') + 1)
  return mx.some((pattern) =>
    pattern.startsWith('*.') ? name.includes('.') && parent === pattern.slice(2) : name === pattern,
  )
}

const modes = ['enforce', 'testing', 'none'] as const
const fieldForm = /^([a-z\d][\w.-]{0,31}):[ \t]*([^\x00-\x20\x7f](?:[^\x00-\x1f\x7f]*[^\x00-\x20\x7f])?)[ \t]*$/i
const isPattern = (pattern: string): boolean => /^[\x21-\x7e]+$/.test(pattern) && isDomain(pattern.replace(/^\*\./, ''))

const invalid = (reason: string): ReadPolicy => ({ kind: 'invalid', reason })
