// Questions that one polite session does not answer: a probe opens sessions of its own, and its checks judge what it saw.
import { say } from '#shared/explain/words.ts'
import type { Capability } from '#shared/values/capability.ts'
import type { Finding } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { ScanProfile, TlsPolicyName } from '#shared/values/tls-scan-terms.ts'
import { failureOf } from '../smtp-error.ts'
import { type Check, type CheckHead, indeterminate } from './check.ts'
import { findingOf, placeOf } from './finding.ts'
import type { Observed } from './observed.ts'
import { titleOf } from './preconditions.ts'
import type { Sink } from './sink.ts'
import { type Talk, type TalkFrom, type TalkTools, talkTo } from './talk.ts'

export type ProbeTools = TalkTools & {
  /** The domain whose mail the endpoint takes, where one was named. */
  readonly domain: string | null
  /** Null where nobody is to log in. */
  readonly credentials: Credentials | null
  /** An address of the person's own, to which mails may go; null where none was named. */
  readonly mailbox: string | null
  /** Where those mails arrive; null where nobody watches. */
  readonly sink: Sink | null
  /** Seconds to wait for them; the probe's own but for tests. */
  readonly sinkSeconds: number | null
  /** Seconds of silence that a server is to bear; the probe's own but for tests. */
  readonly idleSeconds: number | null
  /** How much a scan of TLS asks. */
  readonly scanProfile: ScanProfile
  /** Whether a server that puts strangers off is asked once more after a while. */
  readonly triesAgain: boolean
  /** Seconds until then; the probe's own but for tests. */
  readonly secondTrySeconds: number | null
  /** What TLS is held against. */
  readonly tlsPolicy: TlsPolicyName
  /** Given what is offered to who has logged in, for the report. */
  readonly onLogin: (offered: readonly Capability[]) => void
  /** Given the scan, for the report. */
  readonly onScan: (scan: TlsScan) => void
  /** Progress within a probe; `doing` where it is another thing than the whole of it. */
  readonly tell: (done: number, total: number, doing?: Words) => void
  talk<T>(from: TalkFrom, run: (talk: Talk) => Promise<T>): Promise<T>
}

/** What the cost of a probe depends on. */
export type ProbeWish = Pick<ProbeTools, 'scanProfile' | 'triesAgain' | 'mailbox'>

export type Credentials = { readonly user: string; readonly secret: string }

/** What a probe saw, beside the polite session before it. */
export type Probed<Seen> = { readonly observed: Observed; readonly seen: Seen }
export type ProbeCheck<Seen> = Check<Probed<Seen>>

type Probing<Seen> = {
  readonly doing: Words
  /** 2: many connections or RCPT without mail. 3: wrong passwords, mails, malformed input. */
  readonly level: 2 | 3
  readonly checks: readonly ProbeCheck<Seen>[]
  /** Whether it logs in. */
  readonly needsCredentials?: true
  /** Whether it sends mail to an address of the person's own. */
  readonly needsMailbox?: true
  /** At most; told before the run. */
  connections(observed: Observed, wish: ProbeWish): number
  /** Seconds that it waits on purpose, at most; told before the run. None where nothing is said. */
  waits?(wish: ProbeWish): number
  /** Whether there is anything to ask after what the polite session showed. */
  isFor(observed: Observed): boolean
  look(observed: Observed, tools: ProbeTools): Promise<Seen>
}

export type Probe = Pick<
  Probing<unknown>,
  'doing' | 'level' | 'needsCredentials' | 'needsMailbox' | 'connections' | 'waits' | 'isFor'
> & {
  readonly checks: readonly CheckHead[]
  /** A probe that breaks off leaves its checks unjudged, and the others alone. */
  run(observed: Observed, tools: Omit<ProbeTools, 'talk'>): Promise<Finding[]>
}

export function probe<Seen>({ look, checks, ...head }: Probing<Seen>): Probe {
  return {
    ...head,
    checks,
    async run(observed, tools) {
      const place = placeOf(observed)
      const talk: ProbeTools['talk'] = (from, run) => talkTo(observed, from, tools, run)
      try {
        const seen = await look(observed, { ...tools, talk })
        return checks.flatMap((check) => findingOf(check, { observed, seen }, place) ?? [])
      } catch (error) {
        const { en, es } = titleOf(failureOf(error, 'connect'))
        const reason = indeterminate(say(`Not judged. ${en}.`, `Sin valorar. ${es}.`))
        return checks.flatMap((check) => findingOf({ ...check, judge: () => reason }, { observed }, place) ?? [])
      }
    },
  }
}
