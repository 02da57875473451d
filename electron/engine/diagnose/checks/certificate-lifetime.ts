// TLS-X9: whether the certificate lives no longer than public authorities may let it.
import { say } from '#shared/explain/words.ts'
import type { Certificate } from '#shared/values/tls.ts'
import { info, pass } from '../check.ts'
import { scanCheck } from './scan-check.ts'
import { shownLeaves } from './shown-chains.ts'

const day = 24 * 60 * 60 * 1000
/** Days, by the date of issue, newest first: ballot SC-081 of the CA/Browser Forum. */
const limits = [
  ['2029-03-15', 47],
  ['2027-03-15', 100],
  ['2026-03-15', 200],
  ['', 398],
] as const

export const certificateLifetime = scanCheck({
  id: 'TLS-X9',
  name: say('The certificate is short-lived', 'El certificado es de vida corta'),
  severity: 'info',
  reference: 'RFC 5280 §4.1.2.5',
  judge(scan, { observed }) {
    // What no authority vouches for is bound to nothing.
    const leaves = shownLeaves(scan, observed).filter(({ isSelfSigned }) => !isSelfSigned)
    if (leaves.length === 0) return null
    const long = leaves.find((leaf) => daysOf(leaf) > limitOf(leaf))
    const days = Math.max(...leaves.map(daysOf))
    if (long === undefined) return pass(say(`It is valid for ${days} days.`, `Vale durante ${days} días.`))
    return info(
      say(
        `It is valid for ${daysOf(long)} days; a public authority may give no more than ${limitOf(long)}. A private one may.`,
        `Vale durante ${daysOf(long)} días; una autoridad pública no puede dar más de ${limitOf(long)}. Una privada sí.`,
      ),
      null,
    )
  },
})

const daysOf = ({ validFrom, validTo }: Certificate) => Math.round((Date.parse(validTo) - Date.parse(validFrom)) / day)
const limitOf = ({ validFrom }: Certificate): number => limits.find(([since]) => validFrom >= since)?.[1] ?? 0
