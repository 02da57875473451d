// Which versions are offered: one hello each, newest first, a second one where the first was not answered or asked for common
// suites alone.
import type { ScannedVersion } from '#shared/values/tls-scan.ts'
import type { ScanOutcome } from '#shared/values/tls-scan-terms.ts'
import type { HelloVersion, HelloWish } from '../hello.ts'
import type { Asked } from '../prober.ts'
import { candidates, portions } from '../registry/candidates.ts'
import { sslv2Suites } from '../registry/sslv2-suites.ts'
import { suiteOf } from '../registry/suites.ts'
import { versionName, versionNumbers } from '../registry/versions.ts'
import { askHello, type Scanning } from '../scanning.ts'
import { shares13 } from '../shares13.ts'
import type { ServerHello } from '../wire/server-hello.ts'
import { sslv2Hello } from '../wire/sslv2.ts'

const helloVersions: readonly HelloVersion[] = ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1', 'SSLv3']

export async function findVersions(scanning: Scanning): Promise<void> {
  for (const version of helloVersions) scanning.result.versions.push(await findVersion(scanning, version))
  if (scanning.profile !== 'quick') scanning.result.versions.push(await findSslv2(scanning))
}

async function findVersion(scanning: Scanning, version: HelloVersion): Promise<ScannedVersion> {
  const [common = [], ...rare] = portions(candidates(version)).map((part) => part.map(({ id }) => id))
  const usual = { version, suites: common, name: scanning.name }
  const first = await askTwice(scanning, usual)
  const asked = (await askOtherwise(scanning, usual, first, rare)) ?? first
  const { words, entry } = asked
  const { outcome, answer } = judge(asked, version)
  if (outcome === 'yes' && asked.flight.hello !== null) scanning.hellos.set(version, asked.flight.hello)
  return { version, outcome, answer: answer ?? words, entry }
}

async function askTwice(scanning: Scanning, wish: HelloWish): Promise<Asked> {
  const asked = await askHello(scanning, wish)
  return isSpeechless(asked) ? askHello(scanning, wish) : asked
}

/** With what a refusal may have been about; null where that changes nothing. */
async function askOtherwise(
  scanning: Scanning,
  usual: HelloWish,
  first: Asked,
  rare: readonly number[][],
): Promise<Asked | null> {
  if (usual.version === 'TLSv1.3' && wantsMore(first)) {
    const asked = await askHello(scanning, { ...usual, shares: shares13() }, undefined, ' and key shares')
    scanning.wantsShares = asked.flight.hello !== null
    if (scanning.wantsShares) return asked
  }
  if (scanning.profile === 'quick' || !isRefusedBySuites(first)) return null
  for (const suites of rare) {
    const asked = await askHello(scanning, { ...usual, suites })
    if (asked.flight.hello !== null) return asked
  }
  return null
}

/** A hang or a reset may be bad luck once; twice it is the version. */
const isSpeechless = ({ end }: Asked): boolean => end.kind === 'silent' || end.kind === 'broken'

/** Not every server heeds RFC 8446 §4.2.8 that the list of shares may be empty; one without TLS 1.3 says so by alert 70. */
const wantsMore = ({ end }: Asked): boolean => end.kind === 'alert' && end.alert.description !== protocolVersion

/** Libraries say otherwise when it is the version that they refuse. */
const isRefusedBySuites = ({ flight, end }: Asked): boolean =>
  flight.hello === null &&
  (end.kind === 'closed' || (end.kind === 'alert' && end.alert.description === handshakeFailure))

const protocolVersion = 70
const handshakeFailure = 40

type Verdict = { readonly outcome: ScanOutcome; readonly answer?: string }

function judge({ flight, end }: Asked, version: HelloVersion): Verdict {
  const { hello } = flight
  if (hello === null) return { outcome: end.kind === 'silent' || isNoTls(end.kind) ? 'unclear' : 'no' }
  if (hello.version > versionNumbers[version])
    return { outcome: 'unclear', answer: `${choiceOf(hello)}, which is newer` }
  if (hello.version !== versionNumbers[version]) return { outcome: 'no' }
  const isAsked = candidates(version).some(({ id }) => id === hello.suite)
  if (isAsked) return { outcome: 'yes' }
  return { outcome: 'unclear', answer: `${choiceOf(hello)}, which was not offered` }
}

const choiceOf = ({ version, suite }: ServerHello): string =>
  `chose ${versionName(version)} with ${suiteOf(suite).name}`

const isNoTls = (kind: string): boolean => kind === 'foreign' || kind === 'malformed'

async function findSslv2({ prober, result }: Scanning): Promise<ScannedVersion> {
  const { flight, end, words, entry } = await prober.ask({
    label: 'SSLv2',
    pieces: [sslv2Hello(sslv2Suites.map(({ id }) => id))],
    isEnough: ({ sslv2 }) => sslv2 !== null,
  })
  if (flight.sslv2?.kind !== 'server-hello') {
    const answer = flight.sslv2 === null ? words : `SSLv2 error ${flight.sslv2.code}`
    return { version: 'SSLv2', outcome: end.kind === 'silent' ? 'unclear' : 'no', answer, entry }
  }
  // Its answer lists all that it has at once, and the client chooses.
  const { ciphers } = flight.sslv2
  const suites = sslv2Suites.filter(({ id }) => ciphers.includes(id))
  result.suites.push({ version: 'SSLv2', order: 'client', yieldsToChacha: null, isComplete: true, suites })
  return { version: 'SSLv2', outcome: 'yes', answer: words, entry }
}
