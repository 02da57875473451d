// What a scan will cost, told before it begins: connections, as measured on servers of today, and the number at which it ends.
import type { ScanProfile } from '#shared/values/tls-scan-terms.ts'

export type ScanPlan = {
  /** What a usual server costs. */
  readonly usual: number
  /** What the scan never goes beyond: it ends there, and says that it is not complete. */
  readonly most: number
}

/** Two versions and thirty suites cost a third less than this; all that was ever in a library four times as much. */
export const scanPlans: Readonly<Record<ScanProfile, ScanPlan>> = {
  quick: { usual: 17, most: 40 },
  standard: { usual: 90, most: 250 },
  full: { usual: 150, most: 600 },
}
