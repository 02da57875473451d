// Scenarios of the loopback server that concern what EHLO offers.
import { say } from '../words.ts'
import type { ScenarioText } from './scenario-text.ts'

export const offers = {
  'refuse-ehlo': {
    name: say('Too old for EHLO', 'Demasiado antiguo para EHLO'),
    happens: say(
      'EHLO is answered with 502, so the client falls back to HELO and loses every extension.',
      'EHLO recibe un 502, así que el cliente recurre a HELO y pierde todas las extensiones.',
    ),
  },
  contradictions: {
    name: say('Contradicts itself', 'Se contradice'),
    happens: say(
      'EHLO offers two sizes, and BINARYMIME without CHUNKING.',
      'EHLO ofrece dos tamaños, y BINARYMIME sin CHUNKING.',
    ),
  },
  'empty-offer': {
    name: say('An empty offer', 'Una oferta vacía'),
    happens: say('The last line of the answer to EHLO is empty.', 'La última línea de la respuesta a EHLO está vacía.'),
  },
  'extra-offers': {
    name: say('Rare extensions', 'Extensiones raras'),
    happens: say(
      'EHLO offers LIMITS, DELIVERBY, FUTURERELEASE and MT-PRIORITY, and REQUIRETLS inside TLS.',
      'EHLO ofrece LIMITS, DELIVERBY, FUTURERELEASE y MT-PRIORITY, y REQUIRETLS dentro de TLS.',
    ),
  },
} as const satisfies Record<string, ScenarioText>
