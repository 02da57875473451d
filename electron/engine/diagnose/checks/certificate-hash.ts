// TLS-X7: whether each certificate is signed with a sound hash. A root is trusted for what it is, not for its signature.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../check.ts'
import { scanCheck } from './scan-check.ts'
import { shownChains } from './shown-chains.ts'

export const certificateHash = scanCheck({
  id: 'TLS-X7',
  name: say('Certificates are signed with a sound hash', 'Los certificados se firman con un resumen sólido'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 8446 §4.4.2.4',
  judge(scan, { observed }) {
    const chains = shownChains(scan, observed)
    if (chains.length === 0) return null
    const broken = chains
      .flat()
      .find((one) => !one.isSelfSigned && /md[245]|sha-?1(?!\d)/i.test(one.signatureAlgorithm))
    if (broken === undefined) return pass(say('All of them are.', 'Todos lo están.'))
    const { subject, signatureAlgorithm } = broken
    return fail(
      say(
        `${subject} is signed with a broken hash (${signatureAlgorithm}); modern software refuses it.`,
        `${subject} está firmado con un resumen roto (${signatureAlgorithm}); los programas modernos lo rechazan.`,
      ),
      say('Have it issued anew with SHA-256.', 'Pedir uno nuevo con SHA-256.'),
    )
  },
})
