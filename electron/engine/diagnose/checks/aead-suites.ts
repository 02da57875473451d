// TLS-C8: whether a suite with both forward secrecy and AEAD is offered.
import { say } from '#shared/explain/words.ts'
import { pass, warn } from '../check.ts'
import { isOffered, offeredVersions, scanCheck } from './scan-check.ts'

export const aeadSuites = scanCheck({
  id: 'TLS-C8',
  name: say('Modern encryption modes', 'Modos de cifrado modernos'),
  severity: { mx: 'low', submission: 'medium' },
  reference: 'RFC 9325 §4.2',
  judge(scan, { at }) {
    if (offeredVersions(scan).length === 0) return null
    const best = scan.classes.find(({ class: name }) => name === 'pfs-aead')
    const evidence = at(best?.entry ?? null)
    if (isOffered(scan, 'TLSv1.3') || best?.outcome === 'yes') {
      return pass(
        say(
          'Suites with forward secrecy and AEAD are offered.',
          'Se ofrecen conjuntos con secreto hacia delante y AEAD.',
        ),
        evidence,
      )
    }
    if (best === undefined || best.outcome === 'unclear') return 'unclear'
    return warn(
      say('Only older encryption modes are offered.', 'Solo se ofrecen modos de cifrado antiguos.'),
      say('Allow ECDHE with AES-GCM or ChaCha20.', 'Permitir ECDHE con AES-GCM o ChaCha20.'),
      evidence,
    )
  },
})
