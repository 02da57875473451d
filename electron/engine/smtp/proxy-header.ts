// The header of the PROXY protocol (HAProxy's proxy-protocol.txt, versions 1 and 2), said before anything else.
import { ipFamily } from '#shared/address/index.ts'
import { wireNotePrefix } from '#shared/transcript/wire-notes.ts'
import type { Endpoint, ProxyHeader } from '#shared/values/wire-options.ts'
import type { Connection } from '../net/index.ts'

export type ProxyEnds = { readonly source: Endpoint; readonly destination: Endpoint }

/** Writes it; `seconds` for getting it out. */
export async function sendProxyHeader(connection: Connection, header: ProxyHeader, seconds: number): Promise<void> {
  const { peer, localAddress, localPort, tap } = connection
  const ends = {
    source: header.source ?? { address: localAddress, port: localPort },
    destination: header.destination ?? { address: peer.address, port: peer.port },
  }
  const { source, destination } = ends
  const octets = header.version === 1 ? proxyV1(ends) : proxyV2(ends)
  const shown = header.version === 1 ? undefined : `[PROXY v2 ${describe(source)} ${describe(destination)}]`
  if (header.version === 1) tap.line('client', octets.subarray(0, -2), 'crlf')
  else tap.line('client', octets, 'none', shown)
  tap.event(
    'note',
    `${wireNotePrefix}a PROXY header (version ${header.version}) says that ${describe(source)} connects.`,
  )
  await connection.write([octets], seconds)
}

/** proxy-protocol.txt §2.1; UNKNOWN where the two ends are not of one family. */
export function proxyV1({ source, destination }: ProxyEnds): Buffer {
  const family = commonFamily({ source, destination })
  if (family === null) return Buffer.from('PROXY UNKNOWN\r\n')
  const words = [`TCP${family}`, source.address, destination.address, source.port, destination.port]
  return Buffer.from(`PROXY ${words.join(' ')}\r\n`)
}

/** proxy-protocol.txt §2.2; LOCAL where the two ends are not of one family. */
export function proxyV2({ source, destination }: ProxyEnds): Buffer {
  const family = commonFamily({ source, destination })
  if (family === null) return Buffer.concat([signature, Buffer.from([0x20, 0x00, 0, 0])])
  const body = Buffer.concat([octetsOf(source.address), octetsOf(destination.address), ports(source, destination)])
  const head = Buffer.from([0x21, family === 4 ? 0x11 : 0x21, body.length >> 8, body.length & 0xff])
  return Buffer.concat([signature, head, body])
}

const signature = Buffer.from('0d0a0d0a000d0a515549540a', 'hex')

function commonFamily({ source, destination }: ProxyEnds): 4 | 6 | null {
  const [one, other] = [ipFamily(source.address), ipFamily(destination.address)]
  return one === other ? one : null
}

function ports(source: Endpoint, destination: Endpoint): Buffer {
  const octets = Buffer.alloc(4)
  octets.writeUInt16BE(source.port, 0)
  octets.writeUInt16BE(destination.port, 2)
  return octets
}

/** The 4 or 16 octets of an IP address. */
function octetsOf(address: string): Buffer {
  if (ipFamily(address) === 4) return Buffer.from(address.split('.').map(Number))
  // An IPv4 address may stand at the end (RFC 4291 §2.2).
  const text = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number)
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })
  const [left = '', right = null] = text.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  const [front, back] = [groups(left), right === null ? [] : groups(right)]
  const all = [...front, ...Array.from({ length: 8 - front.length - back.length }, () => 0), ...back]
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]))
}

const describe = ({ address, port }: Endpoint): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
