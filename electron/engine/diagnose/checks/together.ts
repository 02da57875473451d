// The checks that need more than one session: of all places together, each port of each host, each place and each address.
import type { Level } from '../catalogue.ts'
import type { CheckHead } from '../check.ts'
import type { AddressCheck, FleetCheck, HostCheck, PlaceCheck } from '../fleet.ts'
import { addressFamilies } from './address-families.ts'
import { authorityAllowed } from './authority-allowed.ts'
import { blockLists } from './block-lists.ts'
import { daneAnswered } from './dane-answered.ts'
import { daneMatches } from './dane-matches.ts'
import { daneSecure } from './dane-secure.ts'
import { daneUsable } from './dane-usable.ts'
import { everyMx } from './every-mx.ts'
import { familyTimes } from './family-times.ts'
import { fleetConsistency } from './fleet-consistency.ts'
import { greetedNameResolves } from './greeted-name-resolves.ts'
import { localIpv6 } from './local-ipv6.ts'
import { mxTimes } from './mx-times.ts'
import { outgoingPort } from './outgoing-port.ts'
import { policyKept } from './policy-kept.ts'
import { reverseNameCompared } from './reverse-name-compared.ts'
import { reverseNameConfirmed } from './reverse-name-confirmed.ts'
import { reverseNameExists } from './reverse-name-exists.ts'
import { seenThrottling } from './seen-throttling.ts'
import { strippedEncryption } from './stripped-encryption.ts'

/** Asked of all places together. */
export const fleetChecks: readonly FleetCheck[] = [
  everyMx,
  outgoingPort,
  localIpv6,
  seenThrottling,
  fleetConsistency,
  mxTimes,
]

/** Asked of one port of one host. */
export const hostChecks: readonly HostCheck[] = [addressFamilies, daneAnswered, daneSecure, daneUsable, familyTimes]

/** Asked of one place, by what is known beside its session. */
export const placeChecks: readonly PlaceCheck[] = [
  greetedNameResolves,
  strippedEncryption,
  daneMatches,
  policyKept,
  authorityAllowed,
]

/** Asked of an address. */
export const addressChecks: readonly AddressCheck[] = [
  reverseNameExists,
  reverseNameConfirmed,
  reverseNameCompared,
  blockLists,
]

const ofDns: ReadonlySet<string> = new Set(['RCH-10', 'RCH-11', 'RCH-15', 'DAN-01', 'DAN-02', 'DAN-04'])

/** With the level each takes: some need DNS alone. */
export const togetherCatalogue: readonly { readonly check: CheckHead; readonly level: Level }[] = [
  ...fleetChecks,
  ...hostChecks,
  ...placeChecks,
  ...addressChecks,
].map((check) => ({ check, level: ofDns.has(check.id) ? 0 : 1 }))
