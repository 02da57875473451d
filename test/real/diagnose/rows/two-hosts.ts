// What the diagnosis must say of a domain with two hosts.
import type { Results } from '../diagnose-place.ts'
import type { PostfixPlace } from '../postfix-places.ts'

/** `null`: nobody listens there. */
export type HostsRow = readonly [when: string, first: PostfixPlace, second: PostfixPlace | null, results: Results]

export const hostsRows: readonly HostsRow[] = [
  ['two hosts that are alike', 'plain', 'impatient', { 'RCH-13': 'pass', 'MX-12': 'pass' }],
  ['two hosts of which one does not encrypt', 'plain', 'withoutTls', { 'RCH-13': 'fail', 'MX-12': 'pass' }],
  ['a second host where nobody listens', 'plain', null, { 'MX-12': 'warn' }],
]
