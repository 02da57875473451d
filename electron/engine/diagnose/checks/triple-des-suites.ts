// TLS-C6: whether suites with 3DES are accepted.
import { say } from '#shared/explain/words.ts'
import { weakSuites } from './weak-suites.ts'

export const tripleDesSuites = weakSuites({
  id: 'TLS-C6',
  name: say('No 3DES', 'Sin 3DES'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 9325 §4.1',
  class: '3des',
  isBearableAtMx: true,
  harm: say(
    '3DES is accepted, whose small blocks give long sessions away (SWEET32).',
    'Se acepta 3DES, cuyos bloques pequeños delatan las sesiones largas (SWEET32).',
  ),
  advice: say('Exclude 3DES.', 'Excluir 3DES.'),
})
