// Which hello asks for what: the usual one of a version, with one thing changed where a probe wants that.
import { randomBytes } from 'node:crypto'
import { ipFamily, toAscii } from '#shared/address/index.ts'
import type { ScanVersion } from '#shared/values/tls-scan-terms.ts'
import { curvesBefore13, groupsOf13 } from './registry/groups.ts'
import { commonSignatures } from './registry/signatures.ts'
import { renegotiationScsv } from './registry/suites.ts'
import { versionNumbers } from './registry/versions.ts'
import { clientHello } from './wire/client-hello.ts'
import {
  cookie,
  type Extension,
  encryptThenMac,
  extendedMasterSecret,
  type KeyShare,
  keyShare,
  padding,
  pointFormats,
  pskModes,
  serverName,
  sessionTicket,
  signatureAlgorithms,
  statusRequest,
  supportedGroups,
  supportedVersions,
} from './wire/extensions.ts'
import { contentType, records } from './wire/records.ts'

export type HelloVersion = Exclude<ScanVersion, 'SSLv2'>

export type HelloWish = {
  readonly version: HelloVersion
  readonly suites: readonly number[]
  /** Null to ask for none; an address is never asked for. */
  readonly name: string | null
  readonly groups?: readonly number[]
  readonly signatures?: readonly number[]
  /** TLS 1.3: none asks for a HelloRetryRequest, which names the server's group and costs no key (RFC 8446 §4.2.8). */
  readonly shares?: readonly KeyShare[]
  readonly cookie?: Buffer | null
  /** Whether an OCSP answer is wanted. */
  readonly withStatus?: boolean
  /** Numbers of versions for the list of TLS 1.3; with them an older hello gets such a list too. */
  readonly versions?: readonly number[]
  readonly legacyVersion?: number
  readonly compression?: readonly number[]
  readonly sessionId?: Uint8Array
  readonly random?: Uint8Array
  /** Of an earlier session; an empty one asks for one (RFC 5077 §3.2). */
  readonly ticket?: Uint8Array
  /** Behind the usual extensions. */
  readonly more?: readonly Extension[]
}

/** RFC 8446 App. D.4: TLS 1.3 looks like 1.2 to whoever stands between; RFC 5246 App. E.1: 3.1 for the record of a first hello. */
export const helloRecordVersion = (version: HelloVersion): number => (version === 'SSLv3' ? 0x0300 : 0x0301)

/** The handshake message; `helloOctets` has it in its record. */
export function helloMessage(wish: HelloWish): Buffer {
  const { version, suites, compression = [0], random = randomBytes(32), sessionId = usualSessionId(version) } = wish
  const legacyVersion = wish.legacyVersion ?? Math.min(versionNumbers[version], versionNumbers['TLSv1.2'])
  const common = {
    legacyVersion,
    suites: version === 'TLSv1.3' ? suites : [...suites, renegotiationScsv],
    compression,
    random,
    sessionId,
  }
  // RFC 6101 knows no extensions.
  if (version === 'SSLv3') return clientHello({ ...common, extensions: null })
  const extensions = extensionsOf(wish)
  const bare = clientHello({ ...common, extensions })
  const missing = paddingFor(bare.length)
  return missing === 0 ? bare : clientHello({ ...common, extensions: [...extensions, padding(missing)] })
}

export const helloOctets = (wish: HelloWish): Buffer =>
  records(contentType.handshake, helloRecordVersion(wish.version), helloMessage(wish))

/** RFC 8446 App. D.4 */
const usualSessionId = (version: HelloVersion): Buffer => (version === 'TLSv1.3' ? randomBytes(32) : Buffer.alloc(0))

function extensionsOf(wish: HelloWish): Extension[] {
  const { version, name, withStatus = false, more = [] } = wish
  const isOf13 = version === 'TLSv1.3'
  const asked = askedName(name)
  const versions = wish.versions ?? (isOf13 ? [versionNumbers['TLSv1.3']] : [])
  return [
    ...(asked === null ? [] : [serverName(asked)]),
    supportedGroups(wish.groups ?? (isOf13 ? groupsOf13 : curvesBefore13)),
    pointFormats(),
    ...(isOf13 || version === 'TLSv1.2' ? [signatureAlgorithms(wish.signatures ?? commonSignatures)] : []),
    ...(withStatus ? [statusRequest()] : []),
    encryptThenMac(),
    extendedMasterSecret(),
    sessionTicket(wish.ticket),
    ...(versions.length === 0 ? [] : [supportedVersions(versions)]),
    ...(isOf13 ? [pskModes(), keyShare(wish.shares ?? [])] : []),
    ...(wish.cookie ? [cookie(wish.cookie)] : []),
    ...more,
  ]
}

/** RFC 6066 §3: A-labels, no dot at the end, no address. */
export function askedName(name: string | null): string | null {
  if (name === null || ipFamily(name) !== null) return null
  return toAscii(name.replace(/\.$/, ''))
}

const extensionHeader = 4

/**
 * Octets of padding that keep a hello out of lengths at which old middleboxes and servers hang: 256 to 511 (RFC 7685 §4), and, as
 * others have found, those that leave 10 or 14 when divided by 256.
 */
function paddingFor(length: number): number {
  if (length >= 256 && length < 512) return Math.max(512 - length - extensionHeader, 1)
  return [10, 14].includes(length % 256) ? 1 : 0
}
