// A check of a TLS scan. What the scan left out is told as not asked, and what it could not learn as open.
import { say } from '#shared/explain/words.ts'
import type { Suite, TlsScan } from '#shared/values/tls-scan.ts'
import { type ScanProfile, type ScanVersion, scanProfiles, type TlsPolicyName } from '#shared/values/tls-scan-terms.ts'
import { type CheckHead, type Evidence, indeterminate, type Verdict } from '../check.ts'
import type { Observed } from '../observed.ts'
import { titleOf } from '../preconditions.ts'
import type { ProbeCheck } from '../probe.ts'
import type { ScanSeen } from '../probes/tls-scan.ts'

export type ScanCheck = ProbeCheck<ScanSeen>

export type Around = {
  readonly observed: Observed
  readonly isMx: boolean
  readonly policy: TlsPolicyName
  /** Entries of the scan; null stands for none. */
  at(...entries: readonly (number | null)[]): Evidence[]
}

type Asked = CheckHead & {
  /** The smallest scan that asks it; the quick one where nothing is said. */
  readonly least?: ScanProfile
  /** Null when the question does not arise; `unclear` when it was asked, and nothing came of it. */
  judge(scan: TlsScan, around: Around): Verdict | 'unclear' | null
}

export const scanCheck = ({ least = 'quick', judge, ...head }: Asked): ScanCheck => ({
  ...head,
  judge({ observed, seen: { scan, session, policy } }) {
    if (scanProfiles.indexOf(scan.profile) < scanProfiles.indexOf(least)) return leftOut[least]
    const verdict = judge(scan, {
      observed,
      isMx: observed.endpoint.role === 'mx',
      policy,
      at: (...entries) => entries.flatMap((entry) => (entry === null ? [] : [{ session, entry }])),
    })
    if (verdict === 'unclear') return unclear(scan)
    // A scan that broke off may not have come to the question.
    return verdict === null && !scan.isComplete ? unclear(scan) : verdict
  },
})

const notAsked = (en: string, es: string): Verdict => ({
  result: 'skipped',
  summary: say(`Not asked: it takes a ${en} scan of TLS.`, `Sin preguntar: requiere un análisis de TLS ${es}.`),
  advice: null,
  evidence: [],
})
const leftOut: Readonly<Record<ScanProfile, Verdict>> = {
  quick: notAsked('quick', 'rápido'),
  standard: notAsked('standard', 'normal'),
  full: notAsked('full', 'completo'),
}

function unclear({ failure, isComplete }: TlsScan): Verdict {
  if (failure !== null) {
    const { en, es } = titleOf(failure)
    return indeterminate(say(`Not judged. ${en}.`, `Sin valorar. ${es}.`))
  }
  return indeterminate(isComplete ? noAnswer : brokenOff)
}

const noAnswer = say(
  'Not judged: the server gave no clear answer.',
  'Sin valorar: el servidor no dio una respuesta clara.',
)
const brokenOff = say(
  'Not judged: the scan ended before all was asked.',
  'Sin valorar: el análisis terminó antes de preguntarlo todo.',
)

export const versionOf = ({ versions }: TlsScan, wanted: ScanVersion) =>
  versions.find(({ version }) => version === wanted)

export const isOffered = (scan: TlsScan, version: ScanVersion): boolean => versionOf(scan, version)?.outcome === 'yes'

export const offeredVersions = ({ versions }: TlsScan): ScanVersion[] =>
  versions.filter(({ outcome }) => outcome === 'yes').map(({ version }) => version)

export type TakenSuite = { readonly version: ScanVersion; readonly suite: Suite; readonly entry: number | null }

/** Every suite that is known to be taken, with its version. */
export const takenSuites = ({ classes, suites }: TlsScan): TakenSuite[] => [
  ...classes.flatMap(({ outcome, version, suite, entry }) =>
    outcome === 'yes' && version !== null && suite !== null ? [{ version, suite, entry }] : [],
  ),
  ...suites.flatMap(({ version, suites: list }) => list.map((suite) => ({ version, suite, entry: null }))),
]
