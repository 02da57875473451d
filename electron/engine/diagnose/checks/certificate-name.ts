// TLS-X3: whether the certificate is for the name that was connected to.
import { say } from '#shared/explain/words.ts'
import { fail, info, pass, warn } from '../check.ts'
import { handshakeCheck } from './handshake-check.ts'

export const certificateName = handshakeCheck({
  id: 'TLS-X3',
  name: say('The certificate is for this name', 'El certificado es para este nombre'),
  severity: { mx: 'low', submission: 'high' },
  reference: 'RFC 9525 §6.3',
  judge(tls, { observed, evidence }) {
    const { chain, faults } = tls
    const { certificateName: name, role } = observed.endpoint
    if (!faults.some(({ kind }) => kind === 'certificate-name-mismatch')) {
      return pass(say(`It covers ${name}.`, `Vale para ${name}.`), evidence)
    }
    const names = chain[0]?.names ?? []
    const summary =
      names.length === 0
        ? say(
            'It names no host in the place where names are looked for (subjectAltName).',
            'No nombra ningún servidor donde se buscan los nombres (subjectAltName).',
          )
        : say(
            `It does not cover ${name}, but ${names.join(', ')}.`,
            `No vale para ${name}, sino para ${names.join(', ')}.`,
          )
    // The profile trusts this one certificate, whatever its names.
    if (tls.authorized) return info(summary, null, evidence)
    const advice = say(
      'Connect by a name that it covers, or have it issued for this one.',
      'Conectar con un nombre que cubra o pedir que se emita para este.',
    )
    return role === 'submission' ? fail(summary, advice, evidence) : warn(summary, advice, evidence)
  },
})
