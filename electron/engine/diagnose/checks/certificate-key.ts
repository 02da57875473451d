// TLS-X6: whether the key of each certificate is long enough.
import { say } from '#shared/explain/words.ts'
import type { Certificate } from '#shared/values/tls.ts'
import { fail, indeterminate, pass, type Verdict } from '../check.ts'
import { handshakeCheck } from './handshake-check.ts'
import { scanCheck } from './scan-check.ts'
import { shownChains } from './shown-chains.ts'

/** Bits, RFC 9325 §4.5. */
const leastRsa = 2048
const leastEc = 256

export const certificateKey = handshakeCheck({
  id: 'TLS-X6',
  name: say('The certificate key is strong', 'La clave del certificado es segura'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 9325 §4.5',
  judge: ({ chain }, { evidence }) => judgeKeys(keysOf(chain), evidence),
})

/** One handshake shows one certificate, a scan those for each kind of key. */
export const certificateKeyScanned = scanCheck({
  ...certificateKey,
  judge(scan, { observed }) {
    const chains = shownChains(scan, observed)
    return chains.length === 0 ? certificateKey.judge(observed) : judgeKeys(keysOf(chains.flat()), [])
  },
})

const keysOf = (certificates: readonly Certificate[]) => [...new Set(certificates.map(({ key }) => key))]

function judgeKeys(keys: readonly string[], evidence: readonly number[]): Verdict {
  const weak = keys.find((key) => strengthOf(key) === 'weak')
  if (weak !== undefined) {
    return fail(
      say(
        `A key of the chain is too short to be safe: ${weak}.`,
        `Una clave de la cadena es demasiado corta para ser segura: ${weak}.`,
      ),
      say(
        'Have the certificate issued anew with RSA 2048 or P-256, or better.',
        'Pedir un certificado nuevo con RSA 2048 o P-256, o mejor.',
      ),
      evidence,
    )
  }
  const unknown = keys.find((key) => strengthOf(key) === 'unknown')
  if (unknown !== undefined) {
    return indeterminate(
      say(
        `A key of a kind that is not known here: ${unknown}.`,
        `Una clave de un tipo que aquí no se conoce: ${unknown}.`,
      ),
      evidence,
    )
  }
  return pass(say(`The keys are strong: ${keys.join(', ')}.`, `Las claves son seguras: ${keys.join(', ')}.`), evidence)
}

/** `key` as in a certificate value: `RSA 2048`, `EC prime256v1`, `ed25519`. */
function strengthOf(key: string): 'strong' | 'weak' | 'unknown' {
  const [type = '', size = ''] = key.split(' ')
  if (/^ed(25519|448)$/i.test(type)) return 'strong'
  const bits = Number(/\d{3,}/.exec(size)?.[0] ?? Number.NaN)
  if (Number.isNaN(bits)) return 'unknown'
  if (/^rsa$/i.test(type)) return bits >= leastRsa ? 'strong' : 'weak'
  return /^ec$/i.test(type) ? (bits >= leastEc ? 'strong' : 'weak') : 'unknown'
}
