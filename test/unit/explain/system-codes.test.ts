import { expect, test } from 'vitest'
import { fill, say } from '#shared/explain/words.ts'

test.each([
  ['ECONNREFUSED', 'nothing listens there (ECONNREFUSED)', 'nadie escucha ahí (ECONNREFUSED)'],
  [
    'SERVFAIL (Signature Expired)',
    'the name servers of the domain failed (SERVFAIL: Signature Expired)',
    'fallaron los servidores de nombres del dominio (SERVFAIL: Signature Expired)',
  ],
  ['no answer within 10 seconds', 'no answer within 10 seconds', 'sin respuesta en 10 segundos'],
  ['EPROTO', 'EPROTO', 'EPROTO'],
  [
    'it cannot be used: it names no MX host',
    'it cannot be used: it names no MX host',
    'no se puede usar: no nombra ningún servidor MX',
  ],
])('the reason %s is told in words, the code beside them', (reason, en, es) => {
  const words = say('{reason}', '{reason}')
  expect([fill(words, 'en', { reason }), fill(words, 'es', { reason })]).toEqual([en, es])
})
