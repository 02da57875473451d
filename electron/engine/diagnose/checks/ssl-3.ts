// TLS-V5: whether SSL 3.0 is still accepted.
import { say } from '#shared/explain/words.ts'
import { oldVersion } from './old-version.ts'

export const ssl3 = oldVersion({
  id: 'TLS-V5',
  severity: { mx: 'high', submission: 'critical' },
  reference: 'RFC 7568 §3',
  version: 'SSLv3',
  shown: 'SSL 3.0',
  isBearableAtMx: false,
  harm: say('It is broken: what it encrypts can be read (POODLE).', 'Está roto: lo que cifra se puede leer (POODLE).'),
  advice: say('Switch SSL 3.0 off.', 'Desactivar SSL 3.0.'),
})
