// Base64 (RFC 4648 §4) to text, for showing what a login says; `shared` has neither Buffer nor atob.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The octets as UTF-8 text where they are that, else one character an octet; null when it is not base64. */
export function decodeBase64Text(text: string): string | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(6, '0'))
    .join('')
  const octets = (bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2))
  return asUtf8(octets) ?? String.fromCharCode(...octets)
}

function asUtf8(octets: readonly number[]): string | null {
  try {
    return decodeURIComponent(octets.map((octet) => `%${octet.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return null
  }
}
