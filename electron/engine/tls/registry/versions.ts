// The numbers of the versions.
import type { ScanVersion } from '#shared/values/tls-scan-terms.ts'

export const versionNumbers = {
  SSLv2: 0x0002,
  SSLv3: 0x0300,
  TLSv1: 0x0301,
  'TLSv1.1': 0x0302,
  'TLSv1.2': 0x0303,
  'TLSv1.3': 0x0304,
} as const satisfies Record<ScanVersion, number>

/** One that is not known keeps its number as its name. */
export const versionName = (number: number): string =>
  Object.entries(versionNumbers).find(([, one]) => one === number)?.[0] ?? `0x${number.toString(16).padStart(4, '0')}`
