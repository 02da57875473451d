// What DNS says about the mail servers of a domain: the subject of the checks that need no session.
import type { Failure } from '#shared/values/failure.ts'
import type { MxRoute } from '../dns/index.ts'
import type { Check } from './check.ts'
import type { DomainRecords } from './records/domain-records.ts'
import type { AnswerLog } from './records/log-answers.ts'

export type DomainObserved = {
  readonly domain: string
  /** Null when the domain takes no mail or could not be asked for; then `failure` says why. */
  readonly route: MxRoute | null
  readonly failure: Failure | null
  /** What else it publishes about its mail; absent where that was not asked for. */
  readonly records?: DomainRecords
  /** The log of those answers; absent where they were not asked for. */
  readonly log?: AnswerLog
}

export type DomainCheck = Check<DomainObserved>
