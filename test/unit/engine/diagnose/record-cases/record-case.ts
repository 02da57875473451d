// A table of DNS, and what one check says of shop.example in it.
import type { SenderWish } from '../../../../../electron/engine/diagnose/records/sender.ts'
import type { FakeNames } from '../../../../fakes/resolver.ts'

/** What is judged, and `result/severity`; null where the question does not arise. */
export type RecordCase = readonly [
  id: string,
  when: string,
  names: FakeNames,
  outcome: string | null,
  how?: {
    /** Instead of shop.example. */
    readonly domain?: string
    readonly now?: Date
    /** What is fetched as the policy of MTA-STS. */
    readonly policy?: string
    /** The media type of a policy that has another one than it should. */
    readonly policyType?: string
    /** What is fetched as settings, by its address; all else is absent. */
    readonly web?: Readonly<Record<string, string>>
    /** The serial that each name server has by its address; null for one that is no authority, absent for one that is silent. */
    readonly serials?: Readonly<Record<string, number | null>>
    /** Who sends. */
    readonly sender?: Partial<SenderWish>
  },
]

export const txt = (...strings: readonly string[]) => ({ type: 'TXT' as const, text: strings.join(''), strings })
