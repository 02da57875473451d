// The groups of the key exchange: named by the HelloRetryRequest in TLS 1.3, by the ServerKeyExchange below it; and the
// parameters of DHE, which has no names there.
import { createHash, X509Certificate } from 'node:crypto'
import type { GroupList } from '#shared/values/tls-scan.ts'
import type { HelloVersion } from '../hello.ts'
import type { Asked } from '../prober.ts'
import { primeName } from '../registry/dh-primes.ts'
import { curvesBefore13, groupOf, groupsOf13 } from '../registry/groups.ts'
import { suiteOf } from '../registry/suites.ts'
import { askHello, bestOpen, hasKeyExchange, offered, type Scanning, takenSuites } from '../scanning.ts'
import { standInShare } from '../wire/share-keys.ts'
import { type Choice, narrow } from './narrow.ts'

export async function listGroups(scanning: Scanning): Promise<void> {
  if (scanning.hellos.has('TLSv1.3')) await listGroups13(scanning)
  const version = bestOpen(scanning)
  if (version !== null && version !== 'SSLv3') await listCurves(scanning, version)
  for (const each of offered(scanning)) if (each !== 'TLSv1.3') await readDh(scanning, each, each === version)
}

async function listGroups13(scanning: Scanning): Promise<void> {
  const suites = takenSuites(scanning, 'TLSv1.3')
  const ask = async (left: readonly number[]): Promise<Choice> => {
    const shares = scanning.wantsShares ? left.filter((id) => quickShares.has(id)).map(standInShare) : []
    const wish = { version: 'TLSv1.3' as const, suites, name: scanning.name, groups: left, shares }
    const asked = await askHello(scanning, wish, undefined, ` and ${left.length} groups`)
    return choiceOf(asked, asked.flight.hello?.group ?? null)
  }
  await collect(scanning, 'TLSv1.3', groupsOf13, ask)
}

/** Those whose stand-in passes every check that a server makes. */
const quickShares: ReadonlySet<number> = new Set([29, 23, 24, 25])

/**
 * With RSA or no certificate at all any curve may be taken out. Where ECDSA alone is left, the curve of its key must stay offered
 * (RFC 8422 §5.3), so that goes to the end.
 */
async function listCurves(scanning: Scanning, version: HelloVersion): Promise<void> {
  const suites = takenSuites(scanning, version).filter((id) => isPlainEcdhe(id))
  const free = suites.filter((id) => suiteOf(id).authentication !== 'ECDSA')
  if (suites.length === 0) return
  let needed: number | null = null
  let isKeptChosen = false
  const ask = async (left: readonly number[]): Promise<Choice> => {
    const kept = needed === null || left.includes(needed) ? [] : [needed]
    const wish = { version, suites: free.length > 0 ? free : suites, name: scanning.name, groups: [...left, ...kept] }
    const asked = await askHello(scanning, wish, hasKeyExchange, ` and ${left.length} groups`)
    if (free.length === 0) needed ??= curveOf(asked.flight.certificates?.[0])
    const group = asked.flight.keyExchange?.group ?? null
    const isKept = group !== null && kept.includes(group)
    isKeptChosen ||= isKept
    return isKept ? { kind: 'none' } : choiceOf(asked, group)
  }
  const list = await collect(scanning, version, curvesBefore13, ask)
  // A server with an order of its own may prefer that curve to what is left; then the rest is not known.
  if (isKeptChosen && list.order !== 'client') list.isComplete = false
}

const isPlainEcdhe = (id: number): boolean =>
  suiteOf(id).keyExchange === 'ECDHE' && !suiteOf(id).flags.includes('shared-secret')

function choiceOf({ end, flight }: Asked, group: number | null): Choice {
  if (group !== null) return { kind: 'chosen', id: group }
  const isRefusal = end.kind === 'alert' || end.kind === 'closed' || end.kind === 'broken'
  return isRefusal && flight.hello === null ? { kind: 'none' } : { kind: 'unclear' }
}

async function collect(
  scanning: Scanning,
  version: HelloVersion,
  groups: readonly number[],
  ask: (left: readonly number[]) => Promise<Choice>,
): Promise<GroupList> {
  const list: GroupList = { version, order: 'unclear', isComplete: false, groups: [] }
  scanning.result.groups.push(list)
  const { found, isComplete } = await narrow(groups, ask, (id) => void list.groups.push(groupOf(id)))
  list.isComplete = isComplete
  const reversed = found.toReversed()
  if (found.length < 2) return list
  const choice = await ask(reversed)
  if (choice.kind === 'chosen') list.order = choice.id === reversed[0] ? 'client' : 'server'
  return list
}

const curveNames: Readonly<Record<string, number>> = {
  prime256v1: 23,
  secp384r1: 24,
  secp521r1: 25,
  secp256k1: 22,
  brainpoolP256r1: 26,
  brainpoolP384r1: 27,
  brainpoolP512r1: 28,
}

function curveOf(certificate: Buffer | undefined): number | null {
  if (certificate === undefined) return null
  try {
    const { asymmetricKeyDetails } = new X509Certificate(certificate).publicKey
    return curveNames[asymmetricKeyDetails?.namedCurve ?? ''] ?? null
  } catch {
    return null
  }
}

/** At the newest of the versions, and in older ones where a weakened form of DHE is taken there (Logjam). */
async function readDh(scanning: Scanning, version: HelloVersion, isBest: boolean): Promise<void> {
  // Where nobody is known, whoever stands between needs to break nothing.
  const dhe = takenSuites(scanning, version).filter(
    (id) => suiteOf(id).keyExchange === 'DHE' && suiteOf(id).authentication !== 'none',
  )
  const isExport = (id: number) => suiteOf(id).flags.includes('export')
  const wishes = [isBest ? dhe.filter((id) => !isExport(id)) : [], dhe.filter(isExport)]
  for (const suites of wishes.filter((wish) => wish.length > 0)) {
    const { flight } = await askHello(scanning, { version, suites, name: scanning.name }, hasKeyExchange, ' of DHE')
    const dh = flight.keyExchange?.dh
    if (!dh) continue
    const sha256 = createHash('sha256').update(dh.prime).digest('hex')
    scanning.result.dh.push({ version, bits: dh.bits, prime: primeName(sha256), sha256 })
  }
}
