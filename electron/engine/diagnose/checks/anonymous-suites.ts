// TLS-C2: whether suites without a certificate are accepted. An MX may have them for opportunistic encryption.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { noAnonymousSuites } from '../settings.ts'
import { weakSuites } from './weak-suites.ts'

export const anonymousSuites = weakSuites({
  id: 'TLS-C2',
  name: say('No suite without identity', 'Ningún conjunto sin identidad'),
  severity: { mx: 'low', submission: 'critical' },
  reference: 'RFC 9325 §4.1',
  class: 'anonymous',
  isBearableAtMx: true,
  harm: say(
    'A suite without a certificate is accepted: nobody knows who is at the other end.',
    'Se acepta un conjunto sin certificado: nadie sabe quién está al otro lado.',
  ),
  advice: advise(
    'Exclude anonymous suites; an MX may keep them for senders that check no certificate.',
    'Excluir los conjuntos anónimos; un MX puede conservarlos para remitentes que no comprueban certificados.',
    noAnonymousSuites,
  ),
})
