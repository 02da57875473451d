// TLS-C11: all that the scan found, held against one policy: BCP 195, which is RFC 9325.
import { say } from '#shared/explain/words.ts'
import type { ScanVersion, SuiteClass } from '#shared/values/tls-scan-terms.ts'
import { info, pass } from '../check.ts'
import { isOffered, offeredVersions, scanCheck } from './scan-check.ts'

/** RFC 9325 §3.1.1 */
const refusedVersions: readonly ScanVersion[] = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1']
/** RFC 9325 §4.1 */
const refusedClasses: readonly SuiteClass[] = [
  'null',
  'anonymous',
  'export',
  'des-rc2-idea',
  'rc4',
  '3des',
  'static-rsa',
]

export const suitePolicy = scanCheck({
  id: 'TLS-C11',
  name: say('It follows BCP 195', 'Cumple BCP 195'),
  severity: 'info',
  reference: 'RFC 9325 §3.1.1',
  judge(scan, { at }) {
    if (offeredVersions(scan).length === 0) return null
    const versions = scan.versions.filter(
      ({ version, outcome }) => outcome === 'yes' && refusedVersions.includes(version),
    )
    const classes = scan.classes.filter((one) => one.outcome === 'yes' && refusedClasses.includes(one.class))
    const beyond = [...versions.map(({ version }) => version), ...classes.map((one) => one.class)]
    const evidence = at(...[...versions, ...classes].map(({ entry }) => entry))
    if (beyond.length > 0) {
      const list = beyond.join(', ')
      return info(
        say(`It accepts what BCP 195 rules out: ${list}.`, `Acepta lo que BCP 195 excluye: ${list}.`),
        null,
        evidence,
      )
    }
    const isShort = !isOffered(scan, 'TLSv1.2') && !isOffered(scan, 'TLSv1.3')
    if (isShort || !scan.isComplete) return 'unclear'
    return pass(
      say('Nothing was accepted that BCP 195 rules out.', 'No se aceptó nada de lo que BCP 195 excluye.'),
      evidence,
    )
  },
})
