// RFC 5280 §4.2.1.10: the authority can vouch for this machine's own names and for nothing else, so that a stolen key
// is of no use against other servers.

const element = (tag: number, ...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, body.length]), body])
}
const sequence = 0x30
const subtree = (name: Uint8Array): Uint8Array<ArrayBuffer> => element(sequence, name)
const dnsName = (name: string): Uint8Array<ArrayBuffer> => element(0x82, Buffer.from(name, 'ascii'))
const addressWithMask = (address: readonly number[]): Uint8Array<ArrayBuffer> =>
  element(0x87, Buffer.from(address), Buffer.alloc(address.length, 0xff))
const permitted = 0xa0

/** DER of NameConstraints. Every length stays under 128, so one octet holds it. */
export const localNamesOnly = element(
  sequence,
  element(
    permitted,
    subtree(dnsName('localhost')),
    subtree(addressWithMask([127, 0, 0, 1])),
    subtree(addressWithMask([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])),
  ),
)
