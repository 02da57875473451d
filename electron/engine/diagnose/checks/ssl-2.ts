// TLS-V6: whether SSL 2.0 is still accepted.
import { say } from '#shared/explain/words.ts'
import { oldVersion } from './old-version.ts'

export const ssl2 = oldVersion({
  id: 'TLS-V6',
  severity: { mx: 'high', submission: 'critical' },
  reference: 'RFC 6176 §3',
  least: 'standard',
  version: 'SSLv2',
  shown: 'SSL 2.0',
  isBearableAtMx: false,
  harm: say(
    'It endangers every server that uses the same key (DROWN).',
    'Pone en peligro a todo servidor que use la misma clave (DROWN).',
  ),
  advice: say(
    'Switch SSL 2.0 off, here and on every other server with this key.',
    'Desactivar SSL 2.0, aquí y en cualquier otro servidor con esta clave.',
  ),
})
