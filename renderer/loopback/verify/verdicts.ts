// What of a report is said about the mail itself: whether it is believed first, then SPF, DKIM, and what becomes of forged mail.
import { isBad } from '#shared/report/worst.ts'
import type { Finding, Report } from '#shared/values/report.ts'

export type Verdicts = {
  /** Whether what is proved is the domain in From; null where that was not asked. */
  readonly proof: Finding | null
  readonly shown: readonly Finding[]
  /** What should change beyond that, of the domain and not of this mail. */
  readonly others: number
}

const proofId = 'DMA-05'
const spfId = 'SPF-07'
const dkimId = 'DKI-04'
/** A policy that is not there, or cannot be read, has no strength. */
const policyIds = ['DMA-01', 'DMA-02', 'DMA-03']

export function verdictsOf({ checks }: Pick<Report, 'checks'>): Verdicts {
  const find = (id: string) => checks.find((finding) => finding.id === id)
  const policies = policyIds.flatMap((id) => find(id) ?? []).filter(({ result }) => result !== 'skipped')
  const policy = policies.find(isBad) ?? policies.at(-1)
  const shown = [find(proofId), find(spfId), find(dkimId), policy].filter((finding) => finding !== undefined)
  return {
    proof: find(proofId) ?? null,
    shown,
    others: checks.filter((finding) => isBad(finding) && !shown.includes(finding)).length,
  }
}
