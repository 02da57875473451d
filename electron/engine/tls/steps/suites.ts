// The suites that a version is offered with, in the server's order where it has one.
import type { Suite, SuiteList } from '#shared/values/tls-scan.ts'
import { suiteStrengths } from '#shared/values/tls-scan-terms.ts'
import type { HelloVersion } from '../hello.ts'
import type { Asked } from '../prober.ts'
import { candidates, isChacha, portions } from '../registry/candidates.ts'
import { suiteOf } from '../registry/suites.ts'
import { versionNumbers } from '../registry/versions.ts'
import { askHello, offered, type Scanning, sharesFor } from '../scanning.ts'
import { insertByRank } from './insert-by-rank.ts'
import { type Choice, narrow } from './narrow.ts'

export async function listSuites(scanning: Scanning): Promise<void> {
  const versions = offered(scanning)
  const wanted = scanning.profile === 'full' ? versions : versions.filter((version) => isOfToday(version, versions))
  for (const version of wanted) await listVersion(scanning, version)
}

/** What TLS 1.3 and 1.2 are offered with counts most; where there is neither, the newest. */
const isOfToday = (version: HelloVersion, versions: readonly HelloVersion[]): boolean =>
  version === 'TLSv1.3' || version === 'TLSv1.2' || version === versions[0]

async function listVersion(scanning: Scanning, version: HelloVersion): Promise<void> {
  const first = scanning.hellos.get(version)
  if (first === undefined) return
  const list: SuiteList = {
    version,
    order: 'unclear',
    yieldsToChacha: null,
    isComplete: false,
    suites: [suiteOf(first.suite)],
  }
  scanning.result.suites.push(list)
  const ask = (left: readonly number[]) => choose(scanning, version, left)
  const keep = (id: number) => void list.suites.push(suiteOf(id))

  const [main = [], ...others] = portionsFor(scanning, version, first.suite)
  const common = await narrow(main, ask, keep)
  let isComplete = common.isComplete
  await findOrder(list, ask)
  const ranked = list.suites.map(({ id }) => id)
  for (const portion of others) {
    const rare = await narrow(portion, ask, keep)
    isComplete &&= rare.isComplete
    if (list.order === 'server') await insertByRank(ranked, rare.found, ask)
    else ranked.push(...rare.found)
  }
  list.suites = list.order === 'server' ? ranked.map(suiteOf) : byStrength(ranked.map(suiteOf))
  list.isComplete = isComplete
}

/** Where the client chooses, the order of the finds is our own. */
const byStrength = (suites: readonly Suite[]): Suite[] =>
  suites.toSorted((one, other) => suiteStrengths.indexOf(one.strength) - suiteStrengths.indexOf(other.strength))

/** Below the newest version a server has, with few exceptions, what it has there: that is asked first, and costs no empty answer. */
function portionsFor(scanning: Scanning, version: HelloVersion, first: number): number[][] {
  const rest = candidates(version).filter(({ id }) => id !== first)
  const newer = scanning.result.suites.find((list) => list.version !== version && list.version !== 'TLSv1.3')
  if (newer === undefined) return portions(rest).map((part) => part.map(({ id }) => id))
  const known = new Set(newer.suites.map(({ id }) => id))
  const others = portions(rest.filter(({ id }) => !known.has(id)))
  return [rest.filter(({ id }) => known.has(id)), ...others].map((part) => part.map(({ id }) => id))
}

async function choose(scanning: Scanning, version: HelloVersion, suites: readonly number[]): Promise<Choice> {
  const wish = { version, suites, name: scanning.name, ...sharesFor(scanning, version) }
  let asked = await askHello(scanning, wish)
  if (isLost(asked)) asked = await askHello(scanning, wish)
  return choiceOf(asked, version)
}

const isLost = ({ end }: Asked): boolean => end.kind === 'silent' || end.kind === 'broken'

function choiceOf({ flight, end }: Asked, version: HelloVersion): Choice {
  const { hello } = flight
  if (hello !== null)
    return hello.version === versionNumbers[version] ? { kind: 'chosen', id: hello.suite } : { kind: 'none' }
  return end.kind === 'alert' || end.kind === 'closed' || end.kind === 'broken' ? { kind: 'none' } : { kind: 'unclear' }
}

/**
 * The same suites the other way round: a server with an order of its own chooses as before. ChaCha20 stays last, since some servers
 * with an order put it first for a client that does.
 */
async function findOrder(list: SuiteList, ask: (suites: readonly number[]) => Promise<Choice>): Promise<void> {
  const chacha = list.suites.filter(isChacha).map(({ id }) => id)
  const plain = list.suites.filter((suite) => !isChacha(suite)).map(({ id }) => id)
  const [top] = list.suites
  if (plain.length < 2 || top === undefined) return
  const reversed = plain.toReversed()
  const choice = await ask([...reversed, ...chacha])
  if (choice.kind !== 'chosen') return
  list.order = choice.id === reversed[0] ? 'client' : 'server'
  if (list.order === 'client' || chacha.length === 0 || isChacha(top)) return
  const first = await ask([...chacha, ...plain])
  list.yieldsToChacha = first.kind === 'chosen' && chacha.includes(first.id)
}
