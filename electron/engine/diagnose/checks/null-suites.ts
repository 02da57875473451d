// TLS-C1: whether suites that encrypt nothing are accepted.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { noNullSuites } from '../settings.ts'
import { weakSuites } from './weak-suites.ts'

export const nullSuites = weakSuites({
  id: 'TLS-C1',
  name: say('No suite without encryption', 'Ningún conjunto sin cifrado'),
  severity: 'critical',
  reference: 'RFC 9325 §4.1',
  class: 'null',
  isBearableAtMx: false,
  harm: say(
    'A suite without encryption is accepted: everybody on the way can read along.',
    'Se acepta un conjunto sin cifrado: cualquiera en el camino puede leerlo todo.',
  ),
  advice: advise('Exclude these suites.', 'Excluir estos conjuntos.', noNullSuites),
})
