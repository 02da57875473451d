// TLS-V4: whether TLS 1.0 is still accepted.
import { say } from '#shared/explain/words.ts'
import { oldVersion } from './old-version.ts'

export const tls10 = oldVersion({
  id: 'TLS-V4',
  severity: { mx: 'low', submission: 'high' },
  reference: 'RFC 8996 §4',
  version: 'TLSv1',
  shown: 'TLS 1.0',
  isBearableAtMx: true,
  harm: say('Its hashes and modes are outdated.', 'Sus resúmenes y modos están obsoletos.'),
  advice: say(
    'Allow TLS 1.2 and 1.3 alone (Postfix: smtpd_tls_protocols = >=TLSv1.2).',
    'Permitir solo TLS 1.2 y 1.3 (Postfix: smtpd_tls_protocols = >=TLSv1.2).',
  ),
})
