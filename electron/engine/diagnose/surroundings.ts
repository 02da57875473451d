// What DNS says around the places that are looked at: the names of their addresses, the lists they are on, their keys.
import type { Failure } from '#shared/values/failure.ts'
import type { DnsAnswer, HostKeys, StsResult } from '../dns/index.ts'
import type { Role } from './observed.ts'

/** What was asked and answered, or why it was not. */
export type Asked<Value> = { readonly value: Value } | { readonly failure: Failure }

export type ReverseName = {
  readonly name: string
  /** The addresses that the name leads back to; none where it does not exist. */
  readonly addresses: Asked<readonly string[]>
}

/** `broken`: the list does not even know its test entry. `refused`: it does not answer this resolver. */
export type Listing = {
  readonly list: string
  readonly state: 'listed' | 'clear' | 'refused' | 'broken'
  /** What the list answered: `127.0.0.2`. */
  readonly codes: readonly string[]
}

export type AddressFacts = {
  readonly address: string
  /** The first host that has it. */
  readonly host: string
  readonly role: Role
  /** Null where nobody wanted to know. */
  readonly names: Asked<readonly ReverseName[]> | null
  readonly listings: readonly Listing[]
}

export type HostFacts = {
  readonly host: string
  /** Empty where it has none, or nobody could tell. */
  readonly addresses: readonly string[]
  /** Null where no mail server is expected at the host. */
  readonly keys: Asked<HostKeys> | null
  /** The TLSA records whatever they prove; null where they were not asked for. */
  readonly unproven: DnsAnswer | null
}

export type Surroundings = {
  readonly addresses: readonly AddressFacts[]
  readonly hosts: readonly HostFacts[]
  /** Null where no domain is meant. */
  readonly policy: StsResult | null
  /** The names of the greetings, and the addresses they lead to. */
  readonly greeted: ReadonlyMap<string, Asked<readonly string[]>>
  /** Whether anything but port 25 answered from here; null where that was not asked. */
  readonly isOtherPortOpen: boolean | null
}

export const nothingAround: Surroundings = {
  addresses: [],
  hosts: [],
  policy: null,
  greeted: new Map(),
  isOtherPortOpen: null,
}
