// STS-02: whether the announced policy can be fetched.
import { inSpanish } from '#shared/explain/spanish-phrases.ts'
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'

export const stsFetched: RecordCheck = {
  id: 'STS-02',
  name: say('The MTA-STS policy can be fetched', 'La política MTA-STS se puede descargar'),
  severity: 'high',
  reference: 'RFC 8461 §3.3',
  judge({ domain, sts: { fetched } }) {
    if (fetched === null) return null
    if (fetched.kind === 'text')
      return pass(say(`mta-sts.${domain} hands out the policy.`, `mta-sts.${domain} entrega la política.`))
    if (fetched.otherType !== undefined) return warn(otherType(fetched.otherType), otherTypeAdvice)
    return fail(
      say(
        `The policy is announced but cannot be fetched: ${fetched.reason}.`,
        `La política se anuncia pero no se puede descargar: ${inSpanish(fetched.reason)}.`,
      ),
      say(
        `https://mta-sts.${domain}/.well-known/mta-sts.txt must answer 200 as text/plain, without redirects and with a valid certificate.`,
        `https://mta-sts.${domain}/.well-known/mta-sts.txt debe responder 200 como text/plain, sin redirecciones y con un certificado válido.`,
      ),
    )
  },
}

const otherType = (type: string) =>
  say(
    `The policy is there, but its type is ${type === '' ? 'not told' : `“${type}”`}; some senders do not use it then.`,
    `La política está ahí, pero su tipo ${type === '' ? 'no se indica' : `es «${type}»`}; algunos remitentes no la usan así.`,
  )
const otherTypeAdvice = say('Serve the file as text/plain.', 'Servir el archivo como text/plain.')
