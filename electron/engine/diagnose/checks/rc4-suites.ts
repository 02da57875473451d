// TLS-C5: whether suites with RC4 are accepted.
import { say } from '#shared/explain/words.ts'
import { weakSuites } from './weak-suites.ts'

export const rc4Suites = weakSuites({
  id: 'TLS-C5',
  name: say('No RC4', 'Sin RC4'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 7465 §2',
  class: 'rc4',
  isBearableAtMx: true,
  harm: say(
    'RC4 is accepted, although what it encrypts can be guessed.',
    'Se acepta RC4, aunque lo que cifra se puede adivinar.',
  ),
  advice: say('Exclude RC4.', 'Excluir RC4.'),
})
