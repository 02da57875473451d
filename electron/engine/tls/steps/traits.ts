// What a server does beside choosing suites, as far as the hellos that were said anyway tell it, and by a hello that offers all the
// extensions at once.
import type { ScanOutcome, ScanTrait } from '#shared/values/tls-scan-terms.ts'
import { openHello13 } from '../open-hello13.ts'
import type { Asked } from '../prober.ts'
import { suiteOf } from '../registry/suites.ts'
import { askHello, bestOpen, offered, type Scanning, takenSuites } from '../scanning.ts'
import { extensionType, heartbeat } from '../wire/extensions.ts'
import { type ServerHello, sentinelOf } from '../wire/server-hello.ts'

export async function findTraits(scanning: Scanning): Promise<void> {
  const version = bestOpen(scanning)
  const hello = version === null ? null : (scanning.hellos.get(version) ?? null)
  if (version !== null && hello !== null) {
    const asked = scanning.profile === 'quick' ? null : await askExtensions(scanning, version)
    tellExtensions(scanning, asked?.flight.hello ?? hello, asked)
  }
  tellSentinel(scanning)
  if (scanning.profile === 'full') await tellEarlyData(scanning)
}

/** Suites with CBC alone, since encrypt-then-MAC is for them (RFC 7366 §3); DEFLATE before no compression. */
async function askExtensions(scanning: Scanning, version: NonNullable<ReturnType<typeof bestOpen>>): Promise<Asked> {
  const taken = takenSuites(scanning, version)
  const cbc = taken.filter((id) => suiteOf(id).flags.includes('cbc'))
  const wish = {
    version,
    suites: cbc.length > 0 ? cbc : taken,
    name: scanning.name,
    compression: [deflate, noCompression],
    more: [heartbeat()],
  }
  return askHello(scanning, wish, undefined, ', compression and heartbeat')
}

const deflate = 1
const noCompression = 0

/** `asked`: the hello that offered compression, heartbeat and CBC; null where only the usual one was said. */
function tellExtensions(scanning: Scanning, hello: ServerHello, asked: Asked | null): void {
  const entry = asked?.entry ?? null
  const tell = (trait: ScanTrait, isThere: boolean, answer: string) =>
    add(scanning, trait, isThere ? 'yes' : 'no', answer, entry)
  const has = (type: number) => hello.extensions.has(type)
  const told = (type: number) =>
    has(type) ? `extension ${type} in the ServerHello` : `no extension ${type} in the ServerHello`
  const echoes: readonly (readonly [ScanTrait, number])[] = [
    ['secure-renegotiation', extensionType.renegotiationInfo],
    ['extended-master-secret', extensionType.extendedMasterSecret],
    ['session-ticket', extensionType.sessionTicket],
  ]
  for (const [trait, type] of echoes) tell(trait, has(type), told(type))
  const { sessionId, compression, suite } = hello
  tell('session-id', sessionId.length > 0, `a session id of ${sessionId.length} octets`)
  if (asked === null || asked.flight.hello === null) return
  if (suiteOf(suite).flags.includes('cbc'))
    tell('encrypt-then-mac', has(extensionType.encryptThenMac), told(extensionType.encryptThenMac))
  tell('compression', compression !== noCompression, `compression method ${compression}`)
  tell('heartbeat', has(extensionType.heartbeat), told(extensionType.heartbeat))
}

/** RFC 8446 §4.1.3: with TLS 1.3, in every older version; with 1.2, below that. */
function tellSentinel(scanning: Scanning): void {
  const versions = offered(scanning)
  const [best] = versions
  if (best !== 'TLSv1.3' && best !== 'TLSv1.2') return
  const lower = versions.slice(1).filter((version) => version !== 'SSLv3')
  if (lower.length === 0) return
  const wanted = (version: string) => (version === 'TLSv1.2' ? 'tls1.2' : 'tls1.1')
  const lacking = lower.filter((version) => {
    const hello = scanning.hellos.get(version)
    return hello === undefined || sentinelOf(hello) !== wanted(version)
  })
  const answer =
    lacking.length === 0 ? `in the random of ${lower.join(', ')}` : `not in the random of ${lacking.join(', ')}`
  add(scanning, 'downgrade-sentinel', lacking.length === 0 ? 'yes' : 'no', answer, null)
}

async function tellEarlyData(scanning: Scanning): Promise<void> {
  if (!scanning.hellos.has('TLSv1.3') || scanning.wantsShares) return
  const { tickets, entry, words } = await openHello13(scanning, { withTickets: true })
  if (tickets === null) return add(scanning, 'early-data', 'unclear', words, entry)
  const most = Math.max(0, ...tickets.map(({ maxEarlyData }) => maxEarlyData))
  const answer = tickets.length === 0 ? 'no ticket came' : `${tickets.length} tickets, ${most} octets of early data`
  add(scanning, 'early-data', most > 0 ? 'yes' : 'no', answer, entry)
}

function add({ result }: Scanning, trait: ScanTrait, outcome: ScanOutcome, answer: string, entry: number | null): void {
  result.traits.push({ trait, outcome, answer, entry })
}
