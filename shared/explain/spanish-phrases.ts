// Clauses that the engine writes in English as facts of a failure, in Spanish. What is not here (the words of a server, the
// codes of a system) is shown as it is.
import { tlsPhrases } from './spanish-tls-phrases.ts'

const phrases: readonly (readonly [RegExp, string])[] = [
  ...tlsPhrases,
  [/^it was stopped$/, 'se detuvo'],
  [/^no answer within (\S+) seconds$/, 'sin respuesta en $1 segundos'],
  [/^the server hung up in the middle of it$/, 'el servidor colgó a mitad'],
  [/^the server showed no certificate$/, 'el servidor no mostró ningún certificado'],
  [/^the server closed the connection$/, 'el servidor cerró la conexión'],
  [/^the server answered in plain text$/, 'el servidor contestó sin cifrar'],
  [/^The certificate does not cover (.+?)\.?$/, 'el certificado no vale para $1'],
  [/^The certificate is signed by itself\.?$/, 'el certificado está firmado por sí mismo'],
  [/^The authority (“.+”) is not trusted by this computer\.?$/, 'este equipo no confía en la autoridad $1'],
  [
    /^The certificate of the issuer (“.+”) was not sent and is not known here\.?$/,
    'el certificado del emisor $1 no se envió y aquí no se conoce',
  ],
  [/^The certificate is valid from (.+?)\.?$/, 'el certificado es válido desde $1'],
  [/^The certificate was valid until (.+?)\.?$/, 'el certificado era válido hasta $1'],
  [/^The TLS library says (.+?)\.?$/, 'la biblioteca TLS dice $1'],
  [/^This is not the certificate that the profile trusts\.?$/, 'no es el certificado en el que confía el perfil'],
  [/^it holds a NUL character(.*)$/, 'contiene un carácter NUL$1'],
  [/^it holds a control character$/, 'contiene un carácter de control'],
  [
    /^it has no header; the first line must be one, such as (.+)$/,
    'no tiene cabeceras; la primera línea debe ser una, como $1',
  ],
  [/^the challenge is empty, so there is nothing to sign$/, 'el reto está vacío, así que no hay nada que firmar'],
  [/^(\S+) has one challenge, but the server sent another$/, '$1 tiene un solo reto y el servidor envió otro'],
  [
    /^LOGIN asks twice, but the server asked a third time$/,
    'LOGIN pregunta dos veces y el servidor preguntó una tercera',
  ],
  [
    /^(\S+) has a single response, but the server asked for more$/,
    '$1 tiene una sola respuesta y el servidor pidió más',
  ],
  [/^(\S+) has no further challenge$/, '$1 no tiene más retos'],
  [/^the server could not prove that it knows the password$/, 'el servidor no pudo demostrar que conoce la contraseña'],
  [
    /^the server offers channel binding, but its offer did not arrive: somebody may have changed its list of mechanisms$/,
    'el servidor ofrece vincular el canal, pero su oferta no llegó: puede que alguien cambiara su lista de métodos',
  ],
  [
    /^the TLS connection that the server sees is not ours: somebody may stand between, or something ends TLS before the server$/,
    'la conexión TLS que ve el servidor no es esta: puede haber alguien en medio, o algo termina TLS antes del servidor',
  ],
  [/^the server does not know this kind of channel binding$/, 'el servidor no conoce esta forma de vincular el canal'],
  [
    /^the server cannot bind a login to its TLS connection$/,
    'el servidor no puede vincular el inicio de sesión a su conexión TLS',
  ],
  [/^the nonce does not continue ours$/, 'el número del servidor no continúa el enviado'],
  [/^the salt is not base64$/, 'la sal no está en base64'],
  [/^the challenge is not base64$/, 'el reto no está en base64'],
  [/^endless challenges$/, 'retos sin fin'],
  [/^the (first|last) message of SCRAM cannot be read$/, 'un mensaje de SCRAM no se puede leer'],
  [/^it wants the password hashed (\d+) times$/, 'pide calcular la contraseña $1 veces'],
  [/^the challenge of NTLM cannot be read$/, 'el reto de NTLM no se puede leer'],
  [
    /^the server wants every command signed or encrypted, which TLS does better$/,
    'el servidor quiere firmar o cifrar cada orden, algo que TLS hace mejor',
  ],
  [
    /^the (user|password) holds characters that SASLprep \(RFC 4013\) forbids$/,
    'el usuario o la contraseña contiene caracteres que SASLprep (RFC 4013) prohíbe',
  ],
  [/^its key is not on this computer$/, 'su clave no está en este equipo'],
  [/^the passphrase is wrong or missing$/, 'la frase de paso es incorrecta o falta'],
  [/^key and certificate do not belong together$/, 'la clave y el certificado no se corresponden'],
  [/^no cipher of that name is known$/, 'no se conoce ningún cifrado con ese nombre'],
  [/^(TLSv\S+) is newer than (TLSv\S+)$/, '$1 es más nueva que $2'],
  [/^the server asks for a client certificate$/, 'el servidor pide un certificado de cliente'],
  [/^the server does not accept our client certificate$/, 'el servidor no acepta este certificado de cliente'],
  [/^the server takes no time below (\d+) seconds$/, 'el servidor no admite un plazo menor de $1 segundos'],
  [/^the server holds no mail longer than (\d+) seconds$/, 'el servidor no guarda correo más de $1 segundos'],
  [/^the server holds no mail beyond (.+)$/, 'el servidor no guarda correo más allá de $1'],
  [
    /^this session is not inside TLS with a certificate that holds$/,
    'esta sesión no va por TLS con un certificado válido',
  ],
  [/^the server takes no mail of the class (.+)$/, 'el servidor no admite correo de la clase $1'],
  [/^it was said to have (\d+) octets, and has others now$/, 'se anunció con $1 octetos y ahora tiene otros'],
  [
    /^a parameter must be one word without control characters$/,
    'un parámetro debe ser una palabra sin caracteres de control',
  ],
  [
    /^a line holds a control character; only one that is sent exactly may$/,
    'una línea contiene un carácter de control; solo puede tenerlo una que se envía tal cual',
  ],
  [/^NEVER stands alone$/, 'NEVER va solo'],
  [/^it must be printable ASCII, up to 100 characters$/, 'debe ser ASCII imprimible, hasta 100 caracteres'],
  [/^it must be recipient, or type;address$/, 'debe ser recipient, o tipo;dirección'],
  [/^a mail that is to come back needs a time above 0$/, 'un correo que debe volver necesita un plazo mayor que 0'],
  [/^the moment must be written as (.+)$/, 'el momento debe escribirse como $1'],
  [/^a class must be one word without commas$/, 'una clase debe ser una palabra sin comas'],
  [/^a chunk has at least one octet$/, 'un trozo tiene al menos un octeto'],
  [
    /^an end of the connection must be an IP address and a port$/,
    'un extremo de la conexión debe ser una dirección IP y un puerto',
  ],
  [/^the mail for (.+)$/, 'el correo para $1'],
  [/^the raw line$/, 'la línea en bruto'],
  [/^the TLS handshake$/, 'la negociación TLS'],
  [/^the end of the data$/, 'el final de los datos'],
  [/^the data$/, 'los datos'],
  [/^the connection$/, 'la conexión'],
  [/^the command before$/, 'la orden anterior'],
  [/^(\d+) lines$/, '$1 líneas'],
  [/^(\d+) octets a line$/, '$1 octetos por línea'],
]

export function inSpanish(text: string): string {
  const known = phrases.find(([pattern]) => pattern.test(text))
  return known === undefined ? text : text.replace(known[0], known[1])
}
