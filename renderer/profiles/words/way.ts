import { words } from '../../ui/words.ts'

/** The way to the server: proxy and own address. */
export const wayWords = words({
  en: {
    way: 'Way to the server',
    wayStraight: 'Straight',
    wayProxy: 'Through the {{kind}} proxy at {{place}}',
    wayProxyOpen: 'Through a proxy, whose host is missing',
    wayFrom: '{{way}}, from {{address}}',
    proxy: 'Proxy',
    proxyNone: 'None',
    proxyHost: 'Host of the proxy',
    proxyPort: 'Port of the proxy',
    proxyWhy:
      'Every connection of this profile goes there, and none past it. The proxy looks up the names of servers itself; only MX records are still asked for here.',
    proxyUser: 'User at the proxy',
    proxyNoUser: 'None',
    proxyPassword: 'Password at the proxy',
    proxyLoginWhy: 'User and password travel to the proxy unencrypted.',
    forgetProxyPassword: 'Forget the password of the proxy',
    localAddress: 'Address to go out from',
    localAddressWhy:
      'For a computer with several addresses. Servers without an address of the same family cannot be reached.',
    localAddressAny: 'The system chooses',
  },
  es: {
    way: 'Camino al servidor',
    wayStraight: 'Directo',
    wayProxy: 'A través del proxy {{kind}} en {{place}}',
    wayProxyOpen: 'A través de un proxy cuyo nombre falta',
    wayFrom: '{{way}}, desde {{address}}',
    proxy: 'Proxy',
    proxyNone: 'Ninguno',
    proxyHost: 'Nombre del proxy',
    proxyPort: 'Puerto del proxy',
    proxyWhy:
      'Todas las conexiones de este perfil pasan por él, y ninguna por fuera. El proxy resuelve él mismo los nombres de los servidores; solo los registros MX se siguen preguntando aquí.',
    proxyUser: 'Usuario del proxy',
    proxyNoUser: 'Ninguno',
    proxyPassword: 'Contraseña del proxy',
    proxyLoginWhy: 'El usuario y la contraseña viajan sin cifrar hasta el proxy.',
    forgetProxyPassword: 'Olvidar la contraseña del proxy',
    localAddress: 'Dirección desde la que se sale',
    localAddressWhy:
      'Para un equipo con varias direcciones. No se llega a los servidores sin una dirección de la misma familia.',
    localAddressAny: 'La elige el sistema',
  },
})
