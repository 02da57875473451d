// TLS-V4: whether TLS 1.0 is still accepted.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { newTlsAlone } from '../settings.ts'
import { oldVersion } from './old-version.ts'

export const tls10 = oldVersion({
  id: 'TLS-V4',
  severity: { mx: 'low', submission: 'high' },
  reference: 'RFC 8996 §4',
  version: 'TLSv1',
  shown: 'TLS 1.0',
  isBearableAtMx: true,
  harm: say('Its hashes and modes are outdated.', 'Sus resúmenes y modos están obsoletos.'),
  advice: advise('Allow TLS 1.2 and 1.3 alone.', 'Permitir solo TLS 1.2 y 1.3.', newTlsAlone),
})
