// Extensions of a ClientHello, one function each: what we say in them.
import { uint8, uint16, vector8, vector16 } from './octets.ts'

export type Extension = { readonly type: number; readonly data: Buffer }

export const extensionType = {
  serverName: 0,
  statusRequest: 5,
  supportedGroups: 10,
  pointFormats: 11,
  signatureAlgorithms: 13,
  heartbeat: 15,
  alpn: 16,
  padding: 21,
  encryptThenMac: 22,
  extendedMasterSecret: 23,
  sessionTicket: 35,
  supportedVersions: 43,
  cookie: 44,
  pskModes: 45,
  keyShare: 51,
  renegotiationInfo: 0xff01,
} as const

const extension = (type: number, ...parts: readonly Uint8Array[]): Extension => ({ type, data: Buffer.concat(parts) })

/** RFC 6066 §3: an ASCII name without a dot at its end, never an address; whoever calls sees to that. */
export const serverName = (name: string): Extension =>
  extension(extensionType.serverName, vector16(uint8(0), vector16(Buffer.from(name, 'ascii'))))

/** RFC 6066 §8: an OCSP answer is wanted, from whatever responder. */
export const statusRequest = (): Extension => extension(extensionType.statusRequest, uint8(1), vector16(), vector16())

export const supportedGroups = (groups: readonly number[]): Extension =>
  extension(extensionType.supportedGroups, vector16(uint16(...groups)))

/** RFC 8422 §5.1.2: uncompressed points. */
export const pointFormats = (): Extension => extension(extensionType.pointFormats, vector8(uint8(0)))

export const signatureAlgorithms = (schemes: readonly number[]): Extension =>
  extension(extensionType.signatureAlgorithms, vector16(uint16(...schemes)))

/** RFC 6520 §2: heartbeats may be sent to us. */
export const heartbeat = (): Extension => extension(extensionType.heartbeat, uint8(1))

/** RFC 7301 §3.1 */
export const alpn = (names: readonly string[]): Extension =>
  extension(extensionType.alpn, vector16(...names.map((name) => vector8(Buffer.from(name, 'ascii')))))

/** RFC 7685 §3 */
export const padding = (length: number): Extension => extension(extensionType.padding, Buffer.alloc(length))

/** RFC 7366 §2 */
export const encryptThenMac = (): Extension => extension(extensionType.encryptThenMac)
/** RFC 7627 §5.1 */
export const extendedMasterSecret = (): Extension => extension(extensionType.extendedMasterSecret)

/** RFC 5077 §3.2: empty where there is none yet. */
export const sessionTicket = (ticket: Uint8Array = Buffer.alloc(0)): Extension =>
  extension(extensionType.sessionTicket, ticket)

/** RFC 8446 §4.2.1 */
export const supportedVersions = (versions: readonly number[]): Extension =>
  extension(extensionType.supportedVersions, vector8(uint16(...versions)))

/** RFC 8446 §4.2.2: what a HelloRetryRequest gave us, given back. */
export const cookie = (octets: Uint8Array): Extension => extension(extensionType.cookie, vector16(octets))

/** RFC 8446 §4.2.9: with (EC)DHE. */
export const pskModes = (): Extension => extension(extensionType.pskModes, vector8(uint8(1)))

export type KeyShare = { readonly group: number; readonly key: Uint8Array }

/** RFC 8446 §4.2.8: none asks the server to name the group it wants. */
export const keyShare = (shares: readonly KeyShare[]): Extension =>
  extension(
    extensionType.keyShare,
    vector16(...shares.map(({ group, key }) => Buffer.concat([uint16(group), vector16(key)]))),
  )

/** RFC 5746 §3.2: empty in a first handshake. */
export const renegotiationInfo = (): Extension => extension(extensionType.renegotiationInfo, vector8())

/** A number that nobody uses, with some data. */
export const unknownExtension = (type: number, data: Uint8Array): Extension => extension(type, data)
