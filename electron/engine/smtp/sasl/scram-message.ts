// What a server says in SCRAM (RFC 5802 §7), read and distrusted.

/** Why it is no message to go on with, and what follows: see SaslStep. */
export type Fault = { readonly kind: 'unexpected' | 'distrusted' | 'unsuitable'; readonly reason: string }
export type ServerFirst = {
  readonly kind: 'first'
  readonly nonce: string
  readonly salt: Buffer
  readonly iterations: number
}
export type ServerFinal =
  | { readonly kind: 'signature'; readonly signature: Buffer }
  | { readonly kind: 'refused'; readonly reason: string }

/** More than this keeps a computer busy for seconds, which is all that such a server can be after. */
const mostIterations = 10_000_000

export function readServerFirst(text: string, clientNonce: string): ServerFirst | Fault {
  if (text.startsWith('m=')) return fault('it demands an extension of SCRAM that Heloise does not know')
  if (text.startsWith('e=')) return faultOf(text.slice(2))
  const [, nonce = '', salt = '', count = ''] =
    /^r=([\x21-\x2b\x2d-\x7e]+),s=([^,]+),i=([1-9]\d*)(?:,.*)?$/s.exec(text) ?? []
  if (nonce === '') return fault('the first message of SCRAM cannot be read')
  // RFC 5802 §5.1: else this is the answer to another login.
  if (!nonce.startsWith(clientNonce) || nonce === clientNonce) return fault('the nonce does not continue ours')
  if (!isBase64(salt)) return fault('the salt is not base64')
  const iterations = Number(count)
  if (iterations > mostIterations) return fault(`it wants the password hashed ${count.slice(0, 20)} times`)
  return { kind: 'first', nonce, salt: Buffer.from(salt, 'base64'), iterations }
}

export function readServerFinal(text: string): ServerFinal | Fault {
  const [, name, value = ''] = /^([ev])=([^,]*)(?:,.*)?$/s.exec(text) ?? []
  if (name === 'v')
    return { kind: 'signature', signature: isBase64(value) ? Buffer.from(value, 'base64') : Buffer.alloc(0) }
  if (name !== 'e') return fault('the last message of SCRAM cannot be read')
  return Object.hasOwn(reasons, value) ? faultOf(value) : { kind: 'refused', reason: printable(value) }
}

/** The errors of RFC 5802 §7 that are not about the credentials. */
const reasons: Readonly<Record<string, string>> = {
  'server-does-support-channel-binding':
    'the server offers channel binding, but its offer did not arrive: somebody may have changed its list of mechanisms',
  'channel-bindings-dont-match':
    'the TLS connection that the server sees is not ours: somebody may stand between, or something ends TLS before the server',
  'unsupported-channel-binding-type': 'the server does not know this kind of channel binding',
  'channel-binding-not-supported': 'the server cannot bind a login to its TLS connection',
}
const tampering: readonly string[] = ['server-does-support-channel-binding', 'channel-bindings-dont-match']

function faultOf(error: string): Fault {
  const reason = Object.hasOwn(reasons, error) ? reasons[error] : undefined
  if (reason === undefined) return fault(`the server says ${printable(error)}`)
  return { kind: tampering.includes(error) ? 'distrusted' : 'unsuitable', reason }
}

const fault = (reason: string): Fault => ({ kind: 'unexpected', reason })

const printable = (text: string): string => text.slice(0, 80).replace(/[^\x20-\x7e]/g, '?')

/** RFC 5802 §7: base64 of at least one octet. */
const isBase64 = (text: string): boolean =>
  text !== '' && /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
