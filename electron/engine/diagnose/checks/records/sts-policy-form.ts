// STS-03: whether the policy can be read, and does something.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'

/** Seconds: a day. A shorter policy is forgotten before it protects. */
const shortestAge = 86_400

export const stsPolicyForm: RecordCheck = {
  id: 'STS-03',
  name: say('The MTA-STS policy can be read and is in force', 'La política MTA-STS se puede leer y está en vigor'),
  severity: 'medium',
  reference: 'RFC 8461 §3.2',
  judge({ sts: { read } }) {
    if (read === null) return null
    if (read.kind === 'invalid')
      return fail(
        say(`The policy cannot be used: ${read.reason}.`, `La política no se puede usar: ${read.reason}.`),
        say('Correct this line of the policy.', 'Corregir esa línea de la política.'),
      )
    const { mode, maxAge } = read.policy
    if (mode !== 'enforce')
      return warn(
        say(
          `The mode is “${mode}”, so senders do not insist on TLS.`,
          `El modo es «${mode}», así que los remitentes no exigen TLS.`,
        ),
        say(
          'Change it to “enforce” once the reports are clean.',
          'Cambiarlo a «enforce» cuando los informes estén limpios.',
        ),
      )
    if (maxAge < shortestAge)
      return warn(
        say(
          `Senders forget the policy after ${maxAge} seconds.`,
          `Los remitentes olvidan la política tras ${maxAge} segundos.`,
        ),
        say('Set max_age to weeks, such as 1209600.', 'Poner max_age en semanas, por ejemplo 1209600.'),
      )
    return pass(
      say(`Senders insist on TLS for ${maxAge} seconds.`, `Los remitentes exigen TLS durante ${maxAge} segundos.`),
    )
  },
}
