// Whether it is good that a version of TLS is taken, or that it is not.
import type { ScannedVersion } from '#shared/values/tls-scan.ts'
import type { ScanVersion } from '#shared/values/tls-scan-terms.ts'

/** `absent`: not taken, as it should be. `wanting`: not taken, although every server of today has it. */
export type VersionMark = 'good' | 'absent' | 'bad' | 'wanting' | 'unclear'

/** RFC 8996 §4, §5; RFC 9325 §3.1.1 */
const ofToday: ReadonlySet<ScanVersion> = new Set(['TLSv1.2', 'TLSv1.3'])

export function versionMark({ version, outcome }: Pick<ScannedVersion, 'version' | 'outcome'>): VersionMark {
  if (outcome === 'unclear') return 'unclear'
  if (ofToday.has(version)) return outcome === 'yes' ? 'good' : 'wanting'
  return outcome === 'yes' ? 'bad' : 'absent'
}
