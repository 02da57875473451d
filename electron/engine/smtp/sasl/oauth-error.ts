// Why a server does not take an access token (RFC 7628 §3.2.2): JSON that comes as a challenge.

/** `{"status":"401","schemes":"Bearer","scope":"…"}` as words; anything else as it is, as far as it can be shown. */
export function readOauthError(challenge: Buffer): string {
  const text = challenge.toString('utf8').slice(0, longest)
  try {
    const error: unknown = JSON.parse(text)
    if (typeof error !== 'object' || error === null) return visible(text)
    return visible(
      Object.entries(error)
        .map(([name, value]) => [`${name} ${String(value)}`, meanings[`${name} ${String(value)}`]])
        .map(([words, meaning]) => (meaning === undefined ? words : `${words} (${meaning})`))
        .join(', '),
    )
  } catch {
    return visible(text)
  }
}

const longest = 1000

/** RFC 6750 §3.1, and the HTTP numbers that some servers give in place of its words. */
const meanings: Readonly<Record<string, string>> = {
  'status 400': 'the token is not one this server can read',
  'status 401': 'the token has expired, was withdrawn, or is not for this user',
  'status invalid_token': 'the token has expired, was withdrawn, or is not for this user',
  'status insufficient_scope': 'the token is not meant for sending mail',
}

const visible = (text: string): string => text.replace(/[\x00-\x1f\x7f-\x9f]/g, ' ')
