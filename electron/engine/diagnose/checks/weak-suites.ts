// A check that a kind of weak suites is refused.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import type { SuiteClass } from '#shared/values/tls-scan-terms.ts'
import type { Advice } from '../advice.ts'
import { type CheckHead, fail, pass, warn } from '../check.ts'
import { type ScanCheck, scanCheck } from './scan-check.ts'

type WeakSuites = CheckHead & {
  readonly class: SuiteClass
  /** Where any encryption is better than none. */
  readonly isBearableAtMx: boolean
  readonly harm: Words
  readonly advice: Advice
}

export function weakSuites({ class: wanted, isBearableAtMx, harm, advice, ...head }: WeakSuites): ScanCheck {
  return scanCheck({
    ...head,
    judge(scan, { isMx, at }) {
      const scanned = scan.classes.find((one) => one.class === wanted)
      if (scanned === undefined) return null
      const { outcome, suite, version, entry } = scanned
      const evidence = at(entry)
      if (outcome === 'unclear') return 'unclear'
      if (outcome === 'no') return pass(say('None of them is accepted.', 'No se acepta ninguna.'), evidence)
      const taken = `${suite?.name ?? wanted}, ${version ?? 'TLS'}`
      const summary = say(`${harm.en} Accepted: ${taken}.`, `${harm.es} Aceptada: ${taken}.`)
      return isMx && isBearableAtMx ? warn(summary, advice, evidence) : fail(summary, advice, evidence)
    },
  })
}
