// Punycode (RFC 3492): one label of Unicode as ASCII, without its `xn--`. Encoding only.

// RFC 3492 §5
const base = 36
const tMin = 1
const tMax = 26
const skew = 38
const damp = 700
const initialBias = 72
const initialN = 128

/** The encoded form, or null when the label is too long to be one. */
export function punycode(label: string): string | null {
  const input = Array.from(label, (character) => character.codePointAt(0) ?? 0)
  // RFC 1035 §2.3.4: a label holds 63 octets at most, so nothing longer is worth encoding.
  if (input.length > 63) return null
  const basic = input.filter((codePoint) => codePoint < initialN)
  let output = String.fromCharCode(...basic)
  if (basic.length > 0) output += '-'
  let n = initialN
  let delta = 0
  let bias = initialBias
  let handled = basic.length
  while (handled < input.length) {
    const next = Math.min(...input.filter((codePoint) => codePoint >= n))
    delta += (next - n) * (handled + 1)
    n = next
    for (const codePoint of input) {
      if (codePoint < n) delta += 1
      if (codePoint !== n) continue
      output += variableLength(delta, bias)
      bias = adapt(delta, handled + 1, handled === basic.length)
      delta = 0
      handled += 1
    }
    delta += 1
    n += 1
  }
  return output
}

function variableLength(delta: number, bias: number): string {
  let output = ''
  let rest = delta
  for (let k = base; ; k += base) {
    const threshold = Math.min(Math.max(k - bias, tMin), tMax)
    if (rest < threshold) return output + digit(rest)
    output += digit(threshold + ((rest - threshold) % (base - threshold)))
    rest = Math.floor((rest - threshold) / (base - threshold))
  }
}

const digit = (value: number): string => 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(value)

/** RFC 3492 §6.1 */
function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2))
  rest += Math.floor(rest / count)
  let k = 0
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin))
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew))
}
