// Classes of suites: read off the lists that are known, asked for where they are not: at the oldest version that is offered, where
// old suites live longest, and at the newest one if they are not there. TLS 1.3, too, has suites without encryption (RFC 9150 §4).
import type { ScannedClass } from '#shared/values/tls-scan.ts'
import { type SuiteClass, suiteClasses } from '#shared/values/tls-scan-terms.ts'
import type { HelloVersion } from '../hello.ts'
import { candidates, isOfClass } from '../registry/candidates.ts'
import { suiteOf } from '../registry/suites.ts'
import { versionNumbers } from '../registry/versions.ts'
import { askHello, offered, type Scanning, sharesFor, takenSuites } from '../scanning.ts'

export async function findClasses(scanning: Scanning): Promise<void> {
  for (const name of suiteClasses) scanning.result.classes.push(await findClass(scanning, name))
}

async function findClass(scanning: Scanning, name: SuiteClass): Promise<ScannedClass> {
  const known = knownOf(scanning, name)
  if (known !== null) return known
  let last: ScannedClass = { class: name, outcome: 'no', version: null, suite: null, answer: 'not taken', entry: null }
  for (const version of versionsToAsk(scanning, name)) {
    last = await askClass(scanning, name, version)
    if (last.outcome === 'yes') return last
  }
  return last
}

/** Null where it is not known yet to be taken. */
function knownOf(scanning: Scanning, name: SuiteClass): ScannedClass | null {
  for (const version of offered(scanning)) {
    const suite = takenSuites(scanning, version).map(suiteOf).find(isOfClass[name])
    if (suite === undefined) continue
    const answer = `chose ${version} with ${suite.name}`
    return { class: name, outcome: 'yes', version, suite, answer, entry: null }
  }
  return null
}

/** Oldest, then newest, of those whose suites are not known yet, and TLS 1.3 for what it has of its own. */
function versionsToAsk(scanning: Scanning, name: SuiteClass): HelloVersion[] {
  const listed = new Set(scanning.result.suites.filter(({ isComplete }) => isComplete).map(({ version }) => version))
  const open = offered(scanning)
    .filter((version) => !listed.has(version))
    .filter((version) => candidates(version).some(isOfClass[name]))
  const older = open.filter((version) => version !== 'TLSv1.3')
  return [...new Set([older.at(-1), older[0], open[0]])].filter((version) => version !== undefined)
}

async function askClass(scanning: Scanning, name: SuiteClass, version: HelloVersion): Promise<ScannedClass> {
  const suites = candidates(version)
    .filter(isOfClass[name])
    .map(({ id }) => id)
  const wish = { version, suites, name: scanning.name, ...sharesFor(scanning, version) }
  const { flight, end, words, entry } = await askHello(scanning, wish)
  const { hello } = flight
  if (hello === null || hello.version !== versionNumbers[version] || !suites.includes(hello.suite)) {
    const outcome = end.kind === 'silent' || end.kind === 'malformed' ? 'unclear' : 'no'
    return { class: name, outcome, version: null, suite: null, answer: words, entry }
  }
  return { class: name, outcome: 'yes', version, suite: suiteOf(hello.suite), answer: words, entry }
}
