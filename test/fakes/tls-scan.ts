// A scan in a test: of a port of this machine, with a log in memory and a clock that does not wait.
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { ScanProfile } from '#shared/values/tls-scan-terms.ts'
import { createTap } from '../../electron/engine/net/index.ts'
import { type Opener, openImplicit, type ProbeClock, type ScanEvent, scan } from '../../electron/engine/tls/index.ts'
import { memoryRecorder } from './recorder.ts'

export type TestScan = {
  readonly result: TlsScan
  readonly events: readonly ScanEvent[]
  /** Sentences of the log. */
  readonly log: readonly string[]
}

export type TestScanWish = {
  readonly profile?: ScanProfile
  readonly name?: string | null
  readonly seconds?: number
  readonly perMinute?: number | null
  readonly signal?: AbortSignal
  readonly clock?: ProbeClock
  /** Instead of connecting and saying nothing. */
  readonly open?: (connect: Opener) => Opener
  readonly onEvent?: (event: ScanEvent) => void
}

export async function scanPort(port: number, wish: TestScanWish = {}): Promise<TestScan> {
  const { profile = 'full', name = 'localhost', seconds = 5, perMinute = null, open = (connect) => connect } = wish
  const { signal = new AbortController().signal, clock = patientClock().clock } = wish
  const { recorder, sessions } = memoryRecorder()
  const tap = createTap(recorder.begin('scan'))
  const addresses = [{ address: '127.0.0.1', family: 4 as const }]
  const opener = open(openImplicit({ host: 'localhost', port, addresses, seconds }, { tap, signal }))
  const events: ScanEvent[] = []
  const target = { endpoint: `localhost:${port}`, security: 'tls' as const, host: 'localhost', port, name }
  const result = await scan(opener, target, profile, {
    tap,
    signal,
    seconds,
    perMinute,
    clock,
    onEvent: (event) => {
      events.push(event)
      wish.onEvent?.(event)
    },
  })
  return { result, events, log: sessions.flatMap(({ entries }) => entries.map(({ text }) => text)) }
}

/** Waits are written down and are over at once. */
export function patientClock(): { readonly clock: ProbeClock; readonly pauses: number[] } {
  const pauses: number[] = []
  let now = 0
  const clock: ProbeClock = {
    now: () => now,
    pause: async (seconds) => {
      pauses.push(seconds)
      now += seconds * 1000
    },
  }
  return { clock, pauses }
}

export const versionsOf = ({ versions }: TlsScan) =>
  Object.fromEntries(versions.map(({ version, outcome }) => [version, outcome]))

export const suitesOf = ({ suites }: TlsScan, version: string) =>
  suites.find((list) => list.version === version)?.suites.map(({ id }) => id) ?? []

export const traitsOf = ({ traits }: TlsScan) =>
  Object.fromEntries(traits.map(({ trait, outcome }) => [trait, outcome]))
