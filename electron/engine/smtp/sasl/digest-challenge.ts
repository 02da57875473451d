// What a server says in DIGEST-MD5 (RFC 2831 §2.1.1, §2.1.3): directives, read and distrusted.

export type DigestChallenge = {
  readonly realms: readonly string[]
  readonly nonce: string
  /** Whether names and password are UTF-8; else they are ISO 8859-1. */
  readonly isUtf8: boolean
}
type Unreadable = { readonly reason: string; readonly isUnsuitable: boolean }

export function readDigestChallenge(octets: Buffer): DigestChallenge | Unreadable {
  const directives = readDirectives(octets)
  if (directives === null) return broken('its directives cannot be read')
  const all = (name: string) => directives.filter(([each]) => each === name).map(([, value]) => value)
  const [nonce, second] = all('nonce')
  // RFC 2831 §2.1.1: once, and a client gives up where it is not.
  if (nonce === undefined || nonce === '' || second !== undefined) return broken('it has no nonce, or more than one')
  if (all('algorithm').join() !== 'md5-sess') return broken('its algorithm is not md5-sess')
  const [protections = 'auth'] = all('qop')
  if (!protections.split(/[\s,]+/).includes('auth'))
    return { reason: 'the server wants every command signed or encrypted, which TLS does better', isUnsuitable: true }
  return { realms: all('realm'), nonce, isUtf8: all('charset').some((charset) => charset.toLowerCase() === 'utf-8') }
}

/** The server's proof, null when there is none. */
export function readResponseAuth(octets: Buffer): string | null {
  return readDirectives(octets)?.find(([name]) => name === 'rspauth')?.[1] ?? null
}

const broken = (what: string): Unreadable => ({
  reason: `the challenge of DIGEST-MD5 is wrong: ${what}`,
  isUnsuitable: false,
})

/** RFC 2831 §2.1.1: a challenge is shorter than this. */
const longest = 2048

/** RFC 2831 §7.2: `name=token` or `name="quoted"`, between commas. Names come in lower case. */
function readDirectives(octets: Buffer): [name: string, value: string][] | null {
  const text = octets.toString(/charset\s*=\s*"?utf-8/i.test(octets.toString('latin1')) ? 'utf8' : 'latin1')
  if (text.length >= longest) return null
  const directives: [string, string][] = []
  const directive = /[\s,]*([!#$%&'*+.^`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))\s*(?=,|$)/sy
  while (directive.lastIndex < text.length) {
    const found = directive.exec(text)
    if (found === null) return null
    const [, name = '', quoted, token = ''] = found
    directives.push([name.toLowerCase(), quoted?.replace(/\\(.)/gs, '$1') ?? token])
    if (/^[\s,]*$/.test(text.slice(directive.lastIndex))) break
  }
  return directives
}
