// Whether a server bears hellos that are allowed and unusual: a version below its best, versions to come, numbers that nobody knows,
// long hellos, and hellos in pieces. Each is the hello of a client of today with one thing changed.
import type { ScanOutcome, ScanTrait } from '#shared/values/tls-scan-terms.ts'
import { type HelloVersion, type HelloWish, helloMessage, helloOctets, helloRecordVersion } from '../hello.ts'
import { candidates } from '../registry/candidates.ts'
import { curvesBefore13, groupsOf13 } from '../registry/groups.ts'
import { commonSignatures } from '../registry/signatures.ts'
import { fallbackScsv } from '../registry/suites.ts'
import { versionNumbers } from '../registry/versions.ts'
import { askHello, bestOpen, hasHello, offered, type Scanning, takenSuites } from '../scanning.ts'
import { shares13 } from '../shares13.ts'
import { inappropriateFallback } from '../wire/alerts.ts'
import { padding, unknownExtension } from '../wire/extensions.ts'
import { contentType, records } from '../wire/records.ts'
import { standInShare } from '../wire/share-keys.ts'

export async function findTolerance(scanning: Scanning): Promise<void> {
  await askFallback(scanning)
  if (scanning.profile !== 'full' || offered(scanning).every((version) => version === 'SSLv3')) return
  for (const [trait, pieces] of oddHellos(scanning)) await askOdd(scanning, trait, pieces)
}

/** RFC 7507 §3: a client that says it is falling back is refused where it need not. */
async function askFallback(scanning: Scanning): Promise<void> {
  const second = offered(scanning)[1]
  if (second === undefined || second === 'SSLv3') return
  const suites = [...takenSuites(scanning, second), fallbackScsv]
  const { end, flight, words, entry } = await askHello(
    scanning,
    { version: second, suites, name: scanning.name },
    undefined,
    ' and the fallback SCSV',
  )
  const isRefused = end.kind === 'alert' && end.alert.description === inappropriateFallback
  const outcome = isRefused ? 'yes' : flight.hello === null ? 'unclear' : 'no'
  scanning.result.traits.push({ trait: 'fallback-scsv', outcome, answer: words, entry })
}

type Odd = readonly [trait: ScanTrait, pieces: readonly Buffer[]]

function oddHellos(scanning: Scanning): Odd[] {
  const modern = modernHello(scanning)
  const { suites, versions = [], groups = [], signatures = [], more = [] } = modern
  const large = helloMessage(largeHello(modern))
  const largeRecord = inRecords(large, 2 ** 14)
  const middle = Math.floor(largeRecord.length / 2)
  return [
    [
      'tolerates-unknown-extension',
      [helloOctets({ ...modern, more: [...more, unknownExtension(unassigned, Buffer.alloc(16))] })],
    ],
    [
      'tolerates-grease',
      [
        helloOctets({
          ...modern,
          suites: [grease[0], ...suites],
          versions: [grease[1], ...versions],
          groups: [grease[2], ...groups],
          signatures: [...signatures, grease[3]],
          more: [unknownExtension(grease[4], Buffer.alloc(0)), ...more, unknownExtension(grease[5], Buffer.alloc(1))],
        }),
      ],
    ],
    [
      'tolerates-newer-version',
      [helloOctets({ ...modern, ...newerVersion(scanning), versions: [newer, ...versions] })],
    ],
    ['tolerates-large-hello', [largeRecord]],
    ['tolerates-split-segments', [largeRecord.subarray(0, middle), largeRecord.subarray(middle)]],
    ['tolerates-split-records', [inRecords(large, 512)]],
  ]
}

/** RFC 8701 §3.1 */
const grease = [0x0a0a, 0x1a1a, 0x2a2a, 0x3a3a, 0x4a4a, 0x5a5a] as const
/** An extension that IANA has given to nobody. */
const unassigned = 0x5d5d

/** What comes behind TLS 1.3, should it ever. */
const newer = 0x0305

/** A server without TLS 1.3 looks at the old field alone (RFC 5246 App. E.1); with it that is fixed (RFC 8446 §4.1.2). */
const newerVersion = ({ hellos }: Scanning) => (hellos.has('TLSv1.3') ? {} : { legacyVersion: newer })

/** All versions that are offered, in one hello, as clients say it since TLS 1.3. */
function modernHello(scanning: Scanning): HelloWish {
  const versions = offered(scanning).filter((version) => version !== 'SSLv3')
  const best: HelloVersion = versions[0] ?? 'TLSv1.2'
  const older = versions.find((version) => version !== 'TLSv1.3')
  return {
    version: 'TLSv1.3',
    suites: [
      ...candidates('TLSv1.3')
        .map(({ id }) => id)
        .slice(0, 5),
      ...(older === undefined ? [] : takenSuites(scanning, older)),
    ].slice(0, maxSuites),
    name: scanning.name,
    versions: versions.map((version) => versionNumbers[version]),
    legacyVersion: Math.min(versionNumbers[best], versionNumbers['TLSv1.2']),
    groups: [...new Set([...groupsOf13.slice(0, 5), ...curvesBefore13.slice(0, 5)])],
    signatures: commonSignatures,
    shares: shares13(),
    more: [],
  }
}

const maxSuites = 100

/** What a client with a post-quantum share says: over 1,400 octets, which no longer fit in one segment of the Internet. */
function largeHello(modern: HelloWish): HelloWish {
  const hybrid = 0x11ec
  return {
    ...modern,
    groups: [hybrid, ...(modern.groups ?? [])],
    shares: [standInShare(hybrid), ...(modern.shares ?? [])],
    more: [...(modern.more ?? []), padding(150)],
  }
}

const inRecords = (message: Buffer, size: number): Buffer =>
  records(contentType.handshake, helloRecordVersion('TLSv1.2'), message, size)

async function askOdd(scanning: Scanning, trait: ScanTrait, pieces: readonly Buffer[]): Promise<void> {
  const asked = await scanning.prober.ask({
    label: `a hello that shows whether it ${inWords(trait)}`,
    pieces,
    isEnough: hasHello,
  })
  const outcome: ScanOutcome = asked.flight.hello !== null ? 'yes' : await blame(scanning, trait)
  scanning.result.traits.push({ trait, outcome, answer: asked.words, entry: asked.entry })
}

const inWords = (trait: ScanTrait): string => trait.replaceAll('-', ' ')

/** A hello of today without anything odd tells whether the oddity was to blame. */
async function blame(scanning: Scanning, trait: ScanTrait): Promise<ScanOutcome> {
  const modern = modernHello(scanning)
  if (await bears(scanning, modern, 'a hello without anything odd')) return 'no'
  // To a server of older versions a hello of TLS 1.3 is such a newer version itself.
  const older = bestOpen(scanning)
  if (trait !== 'tolerates-newer-version' || older === null || scanning.hellos.has('TLSv1.3')) return 'unclear'
  return (await bears(scanning, { ...helloOf(modern), version: older }, 'the same without TLS 1.3')) ? 'no' : 'unclear'
}

/** What a hello of old has in common with one of today. */
const helloOf = ({ suites, name, groups = [], signatures = [] }: HelloWish): Omit<HelloWish, 'version'> => ({
  suites: suites.filter((id) => !candidates('TLSv1.3').some((suite) => suite.id === id)),
  name,
  groups,
  signatures,
})

async function bears(scanning: Scanning, wish: HelloWish, label: string): Promise<boolean> {
  const { flight } = await scanning.prober.ask({ label, pieces: [helloOctets(wish)], isEnough: hasHello })
  return flight.hello !== null
}
