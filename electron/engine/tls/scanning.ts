// A scan while it runs: what its steps share, and the question that most of them ask.
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { ScanProfile } from '#shared/values/tls-scan-terms.ts'
import { type HelloVersion, type HelloWish, helloOctets } from './hello.ts'
import type { Asked, Prober } from './prober.ts'
import { suiteOf } from './registry/suites.ts'
import { versionNumbers } from './registry/versions.ts'
import { shares13 } from './shares13.ts'
import type { Flight } from './wire/flight.ts'
import type { ServerHello } from './wire/server-hello.ts'

export type Scanning = {
  readonly prober: Prober
  readonly profile: ScanProfile
  /** To ask for; null for none. */
  readonly name: string | null
  /** What is found is written into it at once, so that a scan that is cut short keeps it. */
  readonly result: TlsScan
  /** The ServerHello of each version that is offered. */
  readonly hellos: Map<HelloVersion, ServerHello>
  /** Set where the server wants key shares at once, and names no group without. */
  wantsShares: boolean
}

/** What a hello has to bring along for a server that wants key shares at once. */
export const sharesFor = ({ wantsShares }: Scanning, version: HelloVersion): Pick<HelloWish, 'shares'> =>
  wantsShares && version === 'TLSv1.3' ? { shares: shares13() } : {}

export const hasHello = (flight: Flight): boolean => flight.hello !== null

/** TLS 1.3 hides the rest; below it all is told when this is true. */
export const isWhole = ({ hello, isDone }: Flight): boolean =>
  isDone || (hello !== null && hello.version >= versionNumbers['TLSv1.3'])

export const hasKeyExchange = (flight: Flight): boolean => flight.keyExchange !== null || isWhole(flight)

/** One hello on one connection. `what` is added to the label. */
export function askHello(
  { prober }: Pick<Scanning, 'prober'>,
  wish: HelloWish,
  isEnough: (flight: Flight) => boolean = hasHello,
  what = '',
): Promise<Asked> {
  return prober.ask({ label: `${labelOf(wish)}${what}`, pieces: [helloOctets(wish)], isEnough })
}

function labelOf({ version, suites }: HelloWish): string {
  const [first] = suites
  return suites.length === 1 && first !== undefined
    ? `${version} with ${suiteOf(first).name}`
    : `${version} with ${suites.length} suites`
}

/** Versions that are offered, newest first. */
export const offered = ({ hellos }: Pick<Scanning, 'hellos'>): HelloVersion[] =>
  [...hellos.keys()].toSorted((one, other) => versionNumbers[other] - versionNumbers[one])

/** The newest version that is not TLS 1.3, which hides most of a handshake. */
export const bestOpen = (scanning: Pick<Scanning, 'hellos'>): HelloVersion | null =>
  offered(scanning).find((version) => version !== 'TLSv1.3') ?? null

/** Numbers of the suites that are known to be taken in a version, by lists and by first answers. */
export function takenSuites({ result, hellos }: Pick<Scanning, 'result' | 'hellos'>, version: HelloVersion): number[] {
  const listed = result.suites.find((list) => list.version === version)?.suites.map(({ id }) => id) ?? []
  const first = hellos.get(version)
  return first === undefined || listed.includes(first.suite) ? listed : [...listed, first.suite]
}
