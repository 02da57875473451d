// A check that an old version of SSL or TLS is switched off.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import type { ScanProfile, ScanVersion } from '#shared/values/tls-scan-terms.ts'
import type { Advice } from '../advice.ts'
import { type CheckHead, fail, pass, warn } from '../check.ts'
import { type ScanCheck, scanCheck, versionOf } from './scan-check.ts'

type OldVersion = Pick<CheckHead, 'id' | 'severity' | 'reference'> & {
  readonly least?: ScanProfile
  readonly version: ScanVersion
  /** As people write it. */
  readonly shown: string
  /** Old servers that send to an MX would fall back to plain text without it. */
  readonly isBearableAtMx: boolean
  readonly harm: Words
  readonly advice: Advice
}

export function oldVersion({ version, shown, isBearableAtMx, harm, advice, ...head }: OldVersion): ScanCheck {
  return scanCheck({
    ...head,
    name: say(`${shown} is switched off`, `${shown} está desactivado`),
    judge(scan, { isMx, at }) {
      const scanned = versionOf(scan, version)
      if (scanned === undefined) return null
      const evidence = at(scanned.entry)
      if (scanned.outcome === 'unclear') return 'unclear'
      if (scanned.outcome === 'no') return pass(say(`${shown} is refused.`, `${shown} se rechaza.`), evidence)
      const summary = say(`${shown} is still accepted. ${harm.en}`, `${shown} todavía se acepta. ${harm.es}`)
      return isMx && isBearableAtMx ? warn(summary, advice, evidence) : fail(summary, advice, evidence)
    },
  })
}
