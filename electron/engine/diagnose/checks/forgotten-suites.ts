// TLS-C4: whether suites with DES, RC2 or IDEA are accepted.
import { say } from '#shared/explain/words.ts'
import { weakSuites } from './weak-suites.ts'

export const forgottenSuites = weakSuites({
  id: 'TLS-C4',
  name: say('No DES, RC2 or IDEA', 'Ni DES, ni RC2, ni IDEA'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 9325 §4.1',
  class: 'des-rc2-idea',
  isBearableAtMx: true,
  harm: say('A suite of the nineties is accepted.', 'Se acepta un conjunto de los años noventa.'),
  advice: say('Exclude DES, RC2 and IDEA.', 'Excluir DES, RC2 e IDEA.'),
})
