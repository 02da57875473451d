// The certificates a server shows: for each kind of key, and for the names it may be asked by. A chain that comes twice is kept
// once, with both wishes beside it.
import { X509Certificate } from 'node:crypto'
import type { ShownChain } from '#shared/values/tls-scan.ts'
import type { CertificateWish } from '#shared/values/tls-scan-terms.ts'
import { toCertificate } from '../../net/index.ts'
import { askedName } from '../hello.ts'
import { openHello13 } from '../open-hello13.ts'
import type { Asked } from '../prober.ts'
import { candidates } from '../registry/candidates.ts'
import { ecdsaSignaturesOf13, rsaSignaturesOf13 } from '../registry/signatures.ts'
import { suiteOf } from '../registry/suites.ts'
import { askHello, bestOpen, isWhole, type Scanning, takenSuites } from '../scanning.ts'
import { certificateRequired } from '../wire/alerts.ts'
import { parseStaple } from '../wire/ocsp.ts'

/** A name that is nobody's (RFC 2606 §2). */
export const otherName = 'unknown.invalid'

export async function findCertificates(scanning: Scanning): Promise<void> {
  if (bestOpen(scanning) === null) await findCertificates13(scanning)
  else await findOpenCertificates(scanning)
}

async function findOpenCertificates(scanning: Scanning): Promise<void> {
  await askCertificate(scanning, 'rsa', { key: 'RSA' })
  await askCertificate(scanning, 'ecdsa', { key: 'ECDSA' })
  if (askedName(scanning.name) !== null) await askCertificate(scanning, 'no-name', { name: null })
  if (scanning.profile === 'full') await askCertificate(scanning, 'other-name', { name: otherName })
}

async function findCertificates13(scanning: Scanning): Promise<void> {
  if (!scanning.hellos.has('TLSv1.3')) return
  await ask13(scanning, 'tls1.3-rsa', { signatures: rsaSignaturesOf13 })
  await ask13(scanning, 'tls1.3-ecdsa', { signatures: ecdsaSignaturesOf13 })
  if (askedName(scanning.name) !== null) await ask13(scanning, 'no-name', { name: null })
  if (scanning.profile === 'full') await ask13(scanning, 'other-name', { name: otherName })
}

type Wish = { readonly key?: 'RSA' | 'ECDSA'; readonly name?: string | null }

async function askCertificate(scanning: Scanning, wish: CertificateWish, { key, name }: Wish): Promise<void> {
  const version = bestOpen(scanning)
  if (version === null) return
  const suites = suitesFor(scanning, version, key)
  if (suites.length === 0) return
  const asked = await askHello(
    scanning,
    { version, suites, name: name === undefined ? scanning.name : name, withStatus: true },
    isWhole,
    ` for the certificate (${wish})`,
  )
  keep(scanning, wish, asked.flight.certificates, asked.flight.staple)
  noteClientCertificate(scanning, asked)
}

/** Those that are known to be taken, where the list is complete; else all there are with such a key. */
function suitesFor(scanning: Scanning, version: NonNullable<ReturnType<typeof bestOpen>>, key: Wish['key']): number[] {
  const list = scanning.result.suites.find((one) => one.version === version)
  const known = list?.isComplete ? takenSuites(scanning, version) : candidates(version).map(({ id }) => id)
  const hasKey = (id: number) => {
    const { authentication, keyExchange, flags } = suiteOf(id)
    const isPlain = ['RSA', 'DHE', 'ECDHE'].includes(keyExchange) && !flags.includes('shared-secret')
    return isPlain && (key === undefined ? authentication !== 'none' : authentication === key)
  }
  return known.filter(hasKey).slice(0, maxSuites)
}

/** As many as every server bears. */
const maxSuites = 120

async function ask13(
  scanning: Scanning,
  wish: CertificateWish,
  asked: { readonly signatures?: readonly number[]; readonly name?: string | null },
): Promise<void> {
  const { flight13, entry } = await openHello13(scanning, { ...asked, withStatus: true })
  if (flight13 === null) return
  keep(scanning, wish, flight13.certificates, flight13.staple)
  addClientCertificate(scanning, flight13.certificateRequest !== null, entry)
}

function keep(
  { result }: Scanning,
  wish: CertificateWish,
  chain: readonly Buffer[] | null,
  staple: Buffer | null,
): void {
  if (chain === null || chain.length === 0) return
  const read = chain.flatMap(readCertificate)
  const same = result.certificates.find((one) => isSame(one, read))
  if (same !== undefined) {
    same.shownFor.push(wish)
    same.staple ??= staple === null ? null : parseStaple(staple)
    return
  }
  result.certificates.push({
    shownFor: [wish],
    chain: read,
    count: chain.length,
    staple: staple === null ? null : parseStaple(staple),
  })
}

const isSame = ({ chain }: ShownChain, other: ShownChain['chain']): boolean =>
  chain.length === other.length && chain.every(({ sha256 }, index) => sha256 === other[index]?.sha256)

/** None where the library cannot read it. */
function readCertificate(der: Buffer): ShownChain['chain'] {
  try {
    return [toCertificate(new X509Certificate(der))]
  } catch {
    return []
  }
}

function noteClientCertificate(scanning: Scanning, { flight, end, entry }: Asked): void {
  if (flight.hello === null) return
  const isRequired = end.kind === 'alert' && end.alert.description === certificateRequired
  if (flight.certificateRequest === null && !isRequired && !flight.isDone) return
  addClientCertificate(scanning, flight.certificateRequest !== null || isRequired, entry)
}

function addClientCertificate({ result }: Scanning, isAsked: boolean, entry: number): void {
  if (result.traits.some(({ trait }) => trait === 'client-certificate')) return
  const answer = isAsked ? 'asks for a certificate of ours' : 'asks for none'
  result.traits.push({ trait: 'client-certificate', outcome: isAsked ? 'yes' : 'no', answer, entry })
}
