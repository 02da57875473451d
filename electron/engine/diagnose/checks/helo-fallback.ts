// EHL-04: a server that refuses EHLO must at least take HELO.
import { verbOf } from '#shared/explain/conversation.ts'
import { say } from '#shared/explain/words.ts'
import { fail, type SessionCheck, warn } from '../check.ts'
import { commandEvidence } from '../evidence.ts'
import type { Observed } from '../observed.ts'

export const usedHelo = ({ entries }: Observed): boolean =>
  entries.some(({ direction, kind, text }) => direction === 'client' && kind === 'line' && verbOf(text) === 'HELO')

export const heloFallback: SessionCheck = {
  id: 'EHL-04',
  name: say('HELO works where EHLO does not', 'HELO funciona donde EHLO no'),
  severity: 'medium',
  reference: 'RFC 5321 §3.2',
  judge(observed) {
    if (!usedHelo(observed)) return null
    const evidence = commandEvidence(observed, 'HELO')
    const advice = say(
      'Remove the proxy or antivirus program that strips EHLO.',
      'Quitar el proxy o antivirus que elimina EHLO.',
    )
    return observed.failure?.kind === 'hello-refused'
      ? fail(
          say(
            'Both EHLO and HELO are refused: no conversation is possible.',
            'Se rechazan tanto EHLO como HELO: no es posible conversar.',
          ),
          advice,
          evidence,
        )
      : warn(
          say('Only the old HELO works, without extensions.', 'Solo funciona el antiguo HELO, sin extensiones.'),
          advice,
          evidence,
        )
  },
}
