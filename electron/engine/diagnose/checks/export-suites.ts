// TLS-C3: whether suites that were made weak for export are accepted.
import { say } from '#shared/explain/words.ts'
import { weakSuites } from './weak-suites.ts'

export const exportSuites = weakSuites({
  id: 'TLS-C3',
  name: say('No export suite', 'Ningún conjunto de exportación'),
  severity: { mx: 'high', submission: 'critical' },
  reference: 'RFC 9325 §4.1',
  class: 'export',
  isBearableAtMx: false,
  harm: say(
    'A suite made weak on purpose is accepted (FREAK, Logjam).',
    'Se acepta un conjunto debilitado a propósito (FREAK, Logjam).',
  ),
  advice: say(
    'Exclude export suites and update the TLS library; change the key if it is of 512 bits.',
    'Excluir los conjuntos de exportación y actualizar la biblioteca TLS; cambiar la clave si es de 512 bits.',
  ),
})
