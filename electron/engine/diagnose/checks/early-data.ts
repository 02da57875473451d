// TLS-S5: whether data is taken before the handshake is over. SMTP has no rule that makes that safe.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const earlyData = scannedTrait({
  id: 'TLS-S5',
  name: say('No early data', 'Sin datos anticipados'),
  severity: 'medium',
  reference: 'RFC 9325 §3.10',
  least: 'full',
  traits: ['early-data'],
  wanted: 'no',
  otherwise: 'fail',
  good: say('It takes no data before the handshake is over.', 'No acepta datos antes de terminar la negociación.'),
  bad: say(
    'It takes data before the handshake is over, which somebody else can send again.',
    'Acepta datos antes de terminar la negociación, que otra persona puede repetir.',
  ),
  advice: say('Switch early data (0-RTT) off.', 'Desactivar los datos anticipados (0-RTT).'),
})
