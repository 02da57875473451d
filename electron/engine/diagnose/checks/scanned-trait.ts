// A check of how a server behaves: every trait that it asks about has to come out as wanted.
import type { Words } from '#shared/values/settings.ts'
import type { ScanOutcome, ScanProfile, ScanTrait } from '#shared/values/tls-scan-terms.ts'
import { type CheckHead, fail, info, pass, warn } from '../check.ts'
import { type ScanCheck, scanCheck } from './scan-check.ts'

type TraitHead = CheckHead & {
  readonly least: ScanProfile
  readonly traits: readonly ScanTrait[]
  readonly wanted: Exclude<ScanOutcome, 'unclear'>
  readonly otherwise: keyof typeof verdicts
  readonly good: Words
  readonly bad: Words
  readonly advice: Words | null
}

const verdicts = { info, warn, fail }

export function scannedTrait({ traits, wanted, otherwise, good, bad, advice, ...head }: TraitHead): ScanCheck {
  return scanCheck({
    ...head,
    judge(scan, { at }) {
      const found = scan.traits.filter(({ trait }) => traits.includes(trait))
      const other = found.filter(({ outcome }) => outcome !== wanted && outcome !== 'unclear')
      if (other.length > 0) return verdicts[otherwise](bad, advice, at(...other.map(({ entry }) => entry)))
      if (found.length === 0) return null
      if (found.some(({ outcome }) => outcome === 'unclear')) return 'unclear'
      return pass(good, at(...found.map(({ entry }) => entry)))
    },
  })
}
