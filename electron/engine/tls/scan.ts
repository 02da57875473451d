// A scan from its first hello to its result: the steps of its profile in their order. It always ends with a result; what could not
// be asked any more is said in it.
import type { Failure } from '#shared/values/failure.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { ScanProfile, ScanStep } from '#shared/values/tls-scan-terms.ts'
import type { Tap } from '../net/index.ts'
import { failureOf, smtpError } from '../smtp-error.ts'
import { askedName } from './hello.ts'
import { type ScanPlan, scanPlans } from './plan.ts'
import { createProber, type Opener, type ProbeClock, systemClock, TooManyConnections } from './prober.ts'
import type { Scanning } from './scanning.ts'
import { findCertificates } from './steps/certificates.ts'
import { findClasses } from './steps/classes.ts'
import { complete } from './steps/completed.ts'
import { listGroups } from './steps/groups.ts'
import { listSignatures } from './steps/signatures.ts'
import { listSuites } from './steps/suites.ts'
import { findTolerance } from './steps/tolerance.ts'
import { findTraits } from './steps/traits.ts'
import { findVersions } from './steps/versions.ts'

export type ScanTarget = {
  /** For the result: `mx.example.com:25`. */
  readonly endpoint: string
  readonly security: TlsScan['security']
  /** What the certificate is checked against in the handshake that is completed. */
  readonly host: string
  readonly port: number
  /** To ask for (SNI); null for none, and none where it is an address. */
  readonly name: string | null
}

export type ScanEvent =
  | { readonly kind: 'plan'; readonly plan: ScanPlan }
  | { readonly kind: 'step'; readonly step: ScanStep; readonly connections: number }
  | { readonly kind: 'pause'; readonly seconds: number }

export type ScanTools = {
  readonly tap: Tap
  readonly signal: AbortSignal
  readonly onEvent: (event: ScanEvent) => void
  /** Seconds to wait for each answer. */
  readonly seconds: number
  /** Connections that may begin within a minute; null for as many as can be. */
  readonly perMinute: number | null
  readonly clock?: ProbeClock
  /** Seconds to wait when the server has enough of us; none where the opener waits itself. */
  readonly backOff?: readonly number[]
}

export async function scan(open: Opener, target: ScanTarget, profile: ScanProfile, tools: ScanTools): Promise<TlsScan> {
  const { tap, signal, onEvent, seconds, perMinute, clock = systemClock, backOff } = tools
  const plan = scanPlans[profile]
  const prober = createProber(open, {
    tap,
    signal,
    seconds,
    perMinute,
    clock,
    maxConnections: plan.most,
    place: { host: target.host, port: String(target.port) },
    ...(backOff === undefined ? {} : { backOff }),
    onPause: (pause) => onEvent({ kind: 'pause', seconds: pause }),
  })
  const result = emptyResult(target, profile)
  const scanning: Scanning = { prober, profile, name: target.name, result, hellos: new Map(), wantsShares: false }
  const began = performance.now()
  onEvent({ kind: 'plan', plan })
  try {
    for (const step of stepsOf[profile]) {
      onEvent({ kind: 'step', step, connections: prober.connections })
      if (step === 'completed') await complete(scanning, target.host, { seconds, signal })
      else await steps[step](scanning)
      if (signal.aborted) throw smtpError('stopped', 'tls', 'The TLS scan was stopped.')
      if (result.versions.every(({ outcome }) => outcome !== 'yes')) break
    }
    result.isComplete = true
  } catch (error) {
    if (!(error instanceof TooManyConnections)) result.failure = failureOf(error, 'tls')
  }
  await prober.end()
  result.address = prober.address
  result.connections = prober.connections
  result.durationMs = performance.now() - began
  return result
}

/** For a server that was never reached. */
export const unscanned = (target: ScanTarget, profile: ScanProfile, failure: Failure): TlsScan => ({
  ...emptyResult(target, profile),
  failure,
})

const steps: Record<Exclude<ScanStep, 'completed'>, (scanning: Scanning) => Promise<void>> = {
  versions: findVersions,
  suites: listSuites,
  classes: findClasses,
  groups: listGroups,
  signatures: listSignatures,
  certificates: findCertificates,
  behaviour: async (scanning) => {
    await findTraits(scanning)
    if (scanning.profile !== 'quick') await findTolerance(scanning)
  },
}

/** Nothing is asked of a server that speaks no version; where it is not TLS at all, that is a failure. */
const stepsOf: Readonly<Record<ScanProfile, readonly ScanStep[]>> = {
  quick: ['versions', 'classes', 'certificates', 'behaviour'],
  standard: ['versions', 'suites', 'classes', 'groups', 'certificates', 'behaviour', 'completed'],
  full: ['versions', 'suites', 'classes', 'groups', 'signatures', 'certificates', 'behaviour', 'completed'],
}

const emptyResult = ({ endpoint, security, name }: ScanTarget, profile: ScanProfile): TlsScan => ({
  endpoint,
  address: null,
  security,
  profile,
  serverName: askedName(name),
  startedAt: new Date().toISOString(),
  durationMs: 0,
  connections: 0,
  isComplete: false,
  versions: [],
  classes: [],
  suites: [],
  groups: [],
  dh: [],
  signatures: [],
  certificates: [],
  traits: [],
  completed: null,
  failure: null,
})
