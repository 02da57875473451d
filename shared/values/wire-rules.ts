// What the schema of the wire options does not say of them. Pure, so that engine and window hold to the same rules.
import { hasControl, ipFamily } from '../address/index.ts'
import type { Endpoint, WireOptions } from './wire-options.ts'

/** Where an option stands: the name that a failure gives it in its fact `field`. */
export const wireRuleFields = [
  'mailParameters',
  'rcptParameters',
  'rawLines',
  'NOTIFY',
  'ENVID',
  'ORCPT',
  'DELIVERBY',
  'FUTURERELEASE',
  'SOLICIT',
  'BDAT',
  'proxyHeader',
] as const
export type WireRuleField = (typeof wireRuleFields)[number]

type WireRule = {
  readonly field: WireRuleField
  /** One English clause; shared/explain has it in Spanish. */
  readonly reason: string
  readonly isWrong: (wire: WireOptions) => boolean
}

/** The first rule that is broken; null where all hold. */
export const brokenWireRule = (wire: WireOptions): WireRule | null =>
  wireRules.find(({ isWrong }) => isWrong(wire)) ?? null

const notOneWord = (text: string): boolean => text === '' || hasControl(text) || /\s/.test(text)

const wireRules: readonly WireRule[] = [
  {
    field: 'mailParameters',
    reason: 'a parameter must be one word without control characters',
    isWrong: ({ mailParameters }) => mailParameters.some(notOneWord),
  },
  {
    field: 'rcptParameters',
    reason: 'a parameter must be one word without control characters',
    isWrong: ({ rcptParameters }) => rcptParameters.some(notOneWord),
  },
  {
    field: 'rawLines',
    reason: 'a line holds a control character; only one that is sent exactly may',
    isWrong: ({ rawLines }) => rawLines.some(({ text, isExact }) => !isExact && hasControl(text)),
  },
  // RFC 3461 §4.1
  {
    field: 'NOTIFY',
    reason: 'NEVER stands alone',
    isWrong: ({ dsn }) => dsn.notify.length > 1 && dsn.notify.includes('NEVER'),
  },
  // RFC 3461 §4.4
  {
    field: 'ENVID',
    reason: 'it must be printable ASCII, up to 100 characters',
    isWrong: ({ dsn }) => dsn.envid !== null && !/^[ -~]{1,100}$/.test(dsn.envid),
  },
  {
    field: 'ORCPT',
    reason: 'it must be recipient, or type;address',
    isWrong: ({ dsn }) =>
      dsn.orcpt !== null && (hasControl(dsn.orcpt) || !/^(recipient|[A-Za-z0-9-]+;.+)$/u.test(dsn.orcpt)),
  },
  // RFC 2852 §4
  {
    field: 'DELIVERBY',
    reason: 'a mail that is to come back needs a time above 0',
    isWrong: ({ deliverBy }) => deliverBy !== null && deliverBy.mode === 'return' && deliverBy.seconds <= 0,
  },
  {
    field: 'FUTURERELEASE',
    reason: 'the moment must be written as 2030-01-31T12:00:00Z',
    isWrong: ({ hold }) =>
      hold?.kind === 'until' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(hold.at),
  },
  {
    field: 'SOLICIT',
    reason: 'a class must be one word without commas',
    isWrong: ({ solicit }) => solicit.some((name) => notOneWord(name) || name.includes(',')),
  },
  {
    field: 'BDAT',
    reason: 'a chunk has at least one octet',
    isWrong: ({ chunkSize }) => chunkSize !== null && !(Number.isSafeInteger(chunkSize) && chunkSize > 0),
  },
  {
    field: 'proxyHeader',
    reason: 'an end of the connection must be an IP address and a port',
    isWrong: ({ proxyHeader }) => [proxyHeader?.source, proxyHeader?.destination].some(isNoEndpoint),
  },
]

const isNoEndpoint = (endpoint: Endpoint | null | undefined): boolean =>
  endpoint !== null &&
  endpoint !== undefined &&
  (ipFamily(endpoint.address) === null || !(endpoint.port >= 0 && endpoint.port <= 65_535))
