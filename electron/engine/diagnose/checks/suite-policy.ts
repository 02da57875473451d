// TLS-C11: all that the scan found, held against the policy that the person chose.
import { say } from '#shared/explain/words.ts'
import { policyTitles } from '#shared/values/tls-scan-terms.ts'
import { type Evidence, info, pass, type Verdict } from '../check.ts'
import { levelOfSuite, levelOfVersion, type PolicyLevel, tlsPolicies } from '../tls-policies.ts'
import { offeredVersions, scanCheck, takenSuites } from './scan-check.ts'

export const suitePolicy = scanCheck({
  id: 'TLS-C11',
  name: say('It follows the policy', 'Cumple la política'),
  severity: 'info',
  reference: 'RFC 9325 §3.1.1',
  judge(scan, { policy, at }) {
    if (offeredVersions(scan).length === 0) return null
    const chosen = tlsPolicies[policy]
    const title = policyTitles[policy]
    const versions = scan.versions
      .filter(({ outcome }) => outcome === 'yes')
      .map(({ version, entry }) => ({ name: version, level: levelOfVersion(chosen, version), entry }))
    const suites = takenSuites(scan).map(({ suite, entry }) => {
      return { name: suite.name, level: levelOfSuite(chosen, suite), entry }
    })
    const judged = [...versions, ...suites]
    const beyond = judged.filter(({ level }) => level === 'insufficient' || level === 'phase-out')
    if (beyond.length > 0) return outside(title, beyond, at(...beyond.map(({ entry }) => entry)))
    return scan.isComplete ? inside(title, judged, at(...versions.map(({ entry }) => entry))) : 'unclear'
  },
})

type Judged = { readonly name: string; readonly level: PolicyLevel }

function outside(title: string, judged: readonly Judged[], evidence: readonly Evidence[]): Verdict {
  const [insufficient, late] = [namesOf(judged, 'insufficient'), namesOf(judged, 'phase-out')]
  const parts = [
    ...(insufficient === null ? [] : [say(`ruled out: ${insufficient.en}`, `excluido: ${insufficient.es}`)]),
    ...(late === null ? [] : [say(`to be phased out: ${late.en}`, `por retirar: ${late.es}`)]),
  ]
  const [en, es] = [parts.map((part) => part.en).join('; '), parts.map((part) => part.es).join('; ')]
  return info(say(`By ${title} it accepts too much: ${en}.`, `Según ${title} acepta demasiado: ${es}.`), null, evidence)
}

function inside(title: string, judged: readonly Judged[], evidence: readonly Evidence[]): Verdict {
  const isGood = judged.every(({ level }) => level === 'good')
  return pass(
    isGood
      ? say(`All that it accepts is good by ${title}.`, `Todo lo que acepta es bueno según ${title}.`)
      : say(`All that it accepts is sufficient by ${title}.`, `Todo lo que acepta es suficiente según ${title}.`),
    evidence,
  )
}

/** More would only be read by those who look at the scan itself. */
const mostNames = 8

function namesOf(judged: readonly Judged[], wanted: PolicyLevel) {
  const names = [...new Set(judged.filter(({ level }) => level === wanted).map(({ name }) => name))]
  if (names.length === 0) return null
  const shown = names.slice(0, mostNames).join(', ')
  const left = names.length - mostNames
  return left > 0 ? say(`${shown} and ${left} more`, `${shown} y ${left} más`) : say(shown, shown)
}
