// Scenarios of the loopback server that concern logins.
import { say } from '../words.ts'
import type { ScenarioText } from './scenario-text.ts'

export const login = {
  'refuse-login': {
    name: say('Login refused', 'Inicio de sesión rechazado'),
    happens: say('Every password is wrong: AUTH ends with 535.', 'Ninguna contraseña sirve: AUTH termina con 535.'),
  },
  'any-login': {
    name: say('Every password is right', 'Toda contraseña vale'),
    happens: say(
      'AUTH lets everybody in, whatever the password.',
      'AUTH deja entrar a cualquiera, sea cual sea la contraseña.',
    ),
  },
  'login-leaks-words': {
    name: say('Tells who has an account', 'Revela quién tiene cuenta'),
    happens: say(
      'A wrong password and an unknown user get different answers.',
      'Una contraseña errónea y un usuario desconocido reciben respuestas distintas.',
    ),
  },
  'login-leaks-time': {
    name: say('Slow for those who have an account', 'Lento con quien tiene cuenta'),
    happens: say(
      'A wrong password is refused after a second and a half, an unknown user at once.',
      'Una contraseña errónea se rechaza tras segundo y medio; un usuario desconocido, al instante.',
    ),
  },
  'locks-out': {
    name: say('Locks out', 'Bloquea el acceso'),
    happens: say(
      'After a second wrong password every login is put off with 454, the right one too, until a scenario is chosen again.',
      'Tras una segunda contraseña errónea todo inicio de sesión se aplaza con 454, también el correcto, hasta elegir de nuevo un escenario.',
    ),
  },
  'scram-impostor': {
    name: say('Cannot prove who it is', 'No puede demostrar quién es'),
    happens: say(
      'Only SCRAM is offered, and at its end the server’s proof is wrong: it does not know the password.',
      'Solo se ofrece SCRAM, y al final la prueba del servidor es falsa: no conoce la contraseña.',
    ),
  },
  'token-refused': {
    name: say('Token refused', 'Token rechazado'),
    happens: say(
      'OAUTHBEARER and XOAUTH2 are offered; every token is refused, with the reason in JSON.',
      'Se ofrecen OAUTHBEARER y XOAUTH2; todo token se rechaza, con el motivo en JSON.',
    ),
  },
} as const satisfies Record<string, ScenarioText>
