// Failures of a way that the person chose: through a proxy, or from one of this computer's addresses.
import type { FailureText } from '../failure-text.ts'
import { say } from '../words.ts'

export const wayFailures = {
  'local-address-unusable': {
    fault: 'ours',
    title: say('Nothing can go out from this address', 'Desde esta dirección no se puede salir'),
    happened: say(
      'Connections are to go out from {ip}, and that is not possible: {reason}.',
      'Las conexiones deben salir desde {ip}, y no es posible: {reason}.',
    ),
    advice: say(
      'Choose an address of this computer of a family (IPv4 or IPv6) that the server has too, or leave the choice to the system.',
      'Elegir una dirección de este equipo de una familia (IPv4 o IPv6) que también tenga el servidor, o dejar la elección al sistema.',
    ),
    rfc: null,
  },
  'proxy-unreachable': {
    fault: 'network',
    title: say('The proxy cannot be reached', 'No se llega al proxy'),
    happened: say(
      'There is no connection to the proxy {proxy}: {reason}. The server was not asked.',
      'No hay conexión con el proxy {proxy}: {reason}. Al servidor no se le preguntó.',
    ),
    advice: say(
      'Check host and port of the proxy and whether it runs, or take the proxy out of the profile.',
      'Comprobar el nombre y el puerto del proxy y si está en marcha, o quitar el proxy del perfil.',
    ),
    rfc: null,
  },
  'proxy-timed-out': {
    fault: 'network',
    title: say('The proxy does not answer', 'El proxy no responde'),
    happened: say(
      'The proxy {proxy} did not answer within {seconds}. Either it is not well, or it got no answer itself.',
      'El proxy {proxy} no respondió en {seconds}. O no funciona bien, o él mismo no obtuvo respuesta.',
    ),
    advice: say(
      'Check host, port and kind of the proxy, and whether {host} can be reached from where it stands.',
      'Comprobar el nombre, el puerto y el tipo del proxy, y si desde donde está se llega a {host}.',
    ),
    rfc: null,
  },
  'proxy-not-spoken': {
    fault: 'ours',
    title: say('This is not the proxy that was expected', 'Este no es el proxy esperado'),
    happened: say(
      'What answers at {proxy} does not behave like a proxy of the chosen kind: {reason}.',
      'Lo que responde en {proxy} no se comporta como un proxy del tipo elegido: {reason}.',
    ),
    advice: say(
      'Check kind and port: SOCKS 5 is usually at 1080, HTTP at 8080 or 3128.',
      'Comprobar el tipo y el puerto: SOCKS 5 suele estar en 1080; HTTP, en 8080 o 3128.',
    ),
    rfc: 'RFC 1928 §3',
  },
  'proxy-login-refused': {
    fault: 'ours',
    title: say('The proxy does not let us in', 'El proxy no nos deja pasar'),
    happened: say(
      'The proxy {proxy} refused to work for us: {reason}.',
      'El proxy {proxy} se negó a trabajar para nosotros: {reason}.',
    ),
    advice: say(
      'Enter the user and the password of the proxy; they are not those of the mail account.',
      'Escribir el usuario y la contraseña del proxy; no son los de la cuenta de correo.',
    ),
    rfc: 'RFC 1929 §2',
  },
  'proxy-refused': {
    fault: 'network',
    title: say('The proxy does not let this connection through', 'El proxy no deja pasar esta conexión'),
    happened: say(
      'The proxy {proxy} refused to connect to {host} on {port}: {reason}.',
      'El proxy {proxy} se negó a conectar con {host} en {port}: {reason}.',
    ),
    advice: say(
      'Many proxies let web ports through alone: ask who runs it to allow this one, or use another way.',
      'Muchos proxies solo dejan pasar los puertos de la web: pedir a quien lo lleva que permita este, o usar otro camino.',
    ),
    rfc: 'RFC 9110 §9.3.6',
  },
  'proxy-cannot-reach': {
    fault: 'network',
    title: say('The proxy does not reach the server', 'El proxy no llega al servidor'),
    happened: say(
      'The proxy {proxy} works, but got no connection to {host} on {port}: {reason}.',
      'El proxy {proxy} funciona, pero no consiguió conectar con {host} en {port}: {reason}.',
    ),
    advice: say(
      'Check host and port; the proxy looks the name up itself, so a name that only this network knows means nothing to it.',
      'Comprobar el servidor y el puerto; el proxy resuelve el nombre él mismo, así que un nombre que solo conoce esta red no le dice nada.',
    ),
    rfc: 'RFC 1928 §6',
  },
} as const satisfies Record<string, FailureText>
