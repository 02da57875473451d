import { words } from '../../ui/words.ts'

/** What is wrong with a field. */
export const faultsWords = words({
  en: {
    badTlsRange: 'The newest version is older than the oldest.',
    badWire: 'Something under “On the wire” cannot be sent like this.',
    badProxyUser: 'A user has no control characters, with HTTP no colon, and with SOCKS 5 at most 255 octets.',
    badLocalAddress: 'This is no IP address.',
    needed: 'Needed',
    badAddress: 'This is no e-mail address.',
    badServer: 'A host is a name such as smtp.example.com, an IP address, or unix:/path for a socket of this computer.',
    badHost: 'A host is a name such as smtp.example.com, or an IP address.',
    badPort: 'A port is a whole number from 1 to 65535.',
    badPin: 'A fingerprint has 64 hexadecimal digits.',
  },
  es: {
    badTlsRange: 'La versión más nueva es anterior a la más antigua.',
    badWire: 'Algo de «En el cable» no se puede enviar así.',
    badProxyUser:
      'Un usuario no lleva caracteres de control; con HTTP, tampoco dos puntos; con SOCKS 5, no pasa de 255 octetos.',
    badLocalAddress: 'Esto no es una dirección IP.',
    needed: 'Hace falta',
    badAddress: 'Esto no es una dirección de correo.',
    badServer:
      'Un servidor es un nombre como smtp.example.com, una dirección IP, o unix:/ruta para un socket de este equipo.',
    badHost: 'Un servidor es un nombre como smtp.example.com o una dirección IP.',
    badPort: 'Un puerto es un número entero de 1 a 65535.',
    badPin: 'Una huella tiene 64 dígitos hexadecimales.',
  },
})
