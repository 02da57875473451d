// TLS-C10: whether TLS compresses what it encrypts.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const compression = scannedTrait({
  id: 'TLS-C10',
  name: say('No compression inside TLS', 'Sin compresión dentro de TLS'),
  severity: { mx: 'low', submission: 'medium' },
  reference: 'RFC 9325 §3.3',
  least: 'standard',
  traits: ['compression'],
  wanted: 'no',
  otherwise: 'fail',
  good: say('TLS does not compress.', 'TLS no comprime.'),
  bad: say(
    'TLS compresses, and lengths give secrets away (CRIME).',
    'TLS comprime y las longitudes delatan secretos (CRIME).',
  ),
  advice: say('Switch TLS compression off.', 'Desactivar la compresión de TLS.'),
})
