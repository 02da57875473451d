// Texts inside parameters: xtext (RFC 3461 §4), and the form of addresses beyond ASCII (RFC 6533 §3).

/** `+`, `=` and all but printable ASCII as `+` and two hexadecimal digits, octet by octet. */
export function xtext(text: string): string {
  return [...Buffer.from(text)]
    .map((octet) =>
      octet > 32 && octet < 127 && octet !== plus && octet !== equals ? String.fromCharCode(octet) : hex(octet),
    )
    .join('')
}

/** Null when the text is no xtext. */
export function fromXtext(text: string): string | null {
  if (!/^(?:[!-*,-<>-~]|\+[0-9A-F]{2})*$/.test(text)) return null
  const octets = text.replace(/\+([0-9A-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
  return Buffer.from(octets, 'latin1').toString('utf8')
}

/** RFC 6533 §3 utf-8-addr-xtext: good inside SMTPUTF8 and outside it. */
export function utf8AddressText(text: string): string {
  return [...text]
    .map((sign) => {
      const point = sign.codePointAt(0) ?? 0
      return point > 32 && point < 127 && !'\\+='.includes(sign) ? sign : `\\x{${point.toString(16).toUpperCase()}}`
    })
    .join('')
}

const plus = 0x2b
const equals = 0x3d
const hex = (octet: number): string => `+${octet.toString(16).toUpperCase().padStart(2, '0')}`
