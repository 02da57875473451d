// Scenarios of the loopback server that concern recipients.
import { say } from '../words.ts'
import type { ScenarioText } from './scenario-text.ts'

export const recipients = {
  greylist: {
    name: say('Greylisting', 'Lista gris'),
    happens: say(
      'The first attempt for a recipient is put off with 450; a second one passes.',
      'El primer intento para un destinatario se aplaza con 450; el segundo pasa.',
    ),
  },
  'own-recipients': {
    name: say('Knows its recipients', 'Conoce a sus destinatarios'),
    happens: say(
      'Only postmaster and abuse at localhost are taken; others are refused with 550, other domains with 554.',
      'Solo se aceptan postmaster y abuse en localhost; los demás se rechazan con 550, y otros dominios con 554.',
    ),
  },
  'few-recipients': {
    name: say('Two recipients a mail', 'Dos destinatarios por correo'),
    happens: say('The third recipient is put off with 452.', 'El tercer destinatario se aplaza con 452.'),
  },
  'mixed-recipients': {
    name: say('Some of the recipients', 'Solo algunos destinatarios'),
    happens: say(
      'Of three recipients the first is taken, the second refused with 550 and the third put off with 450.',
      'De tres destinatarios, el primero se acepta, el segundo se rechaza con 550 y el tercero se aplaza con 450.',
    ),
  },
} as const satisfies Record<string, ScenarioText>
