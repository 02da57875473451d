// Failures of encryption: STARTTLS, the handshake, the certificate.
import type { FailureText } from '../failure-text.ts'
import { say } from '../words.ts'

export const tlsFailures = {
  'starttls-not-offered': {
    fault: 'theirs',
    title: say('The server offers no encryption here', 'El servidor no ofrece cifrado aquí'),
    happened: say(
      'The profile requires STARTTLS, and {host} does not offer it on {port}. The session ended before any mail or password was sent.',
      'El perfil exige STARTTLS y {host} no lo ofrece en {port}. La sesión terminó antes de enviar correo o contraseña.',
    ),
    advice: say(
      'Try port 465 with implicit TLS, or 587. If it was offered before, something on the way may be removing it: try another network.',
      'Probar el puerto 465 con TLS implícito, o el 587. Si antes lo ofrecía, algo en el camino puede estar quitándolo: probar desde otra red.',
    ),
    rfc: 'RFC 3207 §4',
  },
  'starttls-refused': {
    fault: 'theirs',
    title: say('The server cannot start encryption', 'El servidor no puede iniciar el cifrado'),
    happened: say(
      '{host} offers STARTTLS but refused the command, so its TLS is set up wrongly or not working now. Nothing was sent in clear text.',
      '{host} ofrece STARTTLS pero rechazó la orden: su TLS está mal configurado o no funciona ahora. No se envió nada sin cifrar.',
    ),
    advice: say(
      'Do not fall back to clear text. Try again later, or tell the administrator: the key or certificate of the server usually cannot be read.',
      'No pasar a texto sin cifrar. Probar más tarde o avisar al administrador: lo habitual es que el servidor no pueda leer su clave o certificado.',
    ),
    rfc: 'RFC 3207 §4',
  },
  'starttls-injection': {
    fault: 'network',
    title: say('Something was slipped in before encryption', 'Alguien añadió datos antes del cifrado'),
    happened: say(
      'Plain bytes came together with the answer to STARTTLS. They could pose as protected ones, so the session was ended.',
      'Junto con la respuesta a STARTTLS llegaron datos sin cifrar. Podrían hacerse pasar por datos protegidos, así que se cerró la sesión.',
    ),
    advice: say(
      'Do not send over this network; try another one. If it stays, the server or a proxy in front of it needs an update.',
      'No enviar por esta red; probar otra. Si se repite, el servidor o un proxy delante de él necesita una actualización.',
    ),
    rfc: 'RFC 3207 §4.2',
  },
  'tls-not-spoken': {
    fault: 'ours',
    title: say('This port does not speak TLS from the start', 'Este puerto no habla TLS desde el principio'),
    happened: say(
      'The profile began with encryption at once, but {host} speaks plain text first on {port}.',
      'El perfil empezó cifrando desde el primer momento, pero {host} habla primero sin cifrar en {port}.',
    ),
    advice: say(
      'Set the security of the profile to STARTTLS, or use port 465.',
      'Cambiar la seguridad del perfil a STARTTLS o usar el puerto 465.',
    ),
    rfc: 'RFC 8314 §3.3',
  },
  'tls-handshake-failed': {
    fault: 'theirs',
    title: say('Encryption could not be agreed on', 'No se pudo acordar el cifrado'),
    happened: say('The TLS handshake with {host} failed: {reason}.', 'La negociación TLS con {host} falló: {reason}.'),
    advice: say(
      'Usually the key or certificate of the server does not work; its administrator can see why in the server log.',
      'Lo habitual es que la clave o el certificado del servidor no funcionen; su administrador puede ver el motivo en el registro del servidor.',
    ),
    rfc: 'RFC 3207 §4.1',
  },
  'tls-version-unsupported': {
    fault: 'theirs',
    title: say('The server’s TLS is too old', 'El TLS del servidor es demasiado antiguo'),
    happened: say(
      '{host} and Heloise share no TLS version; below 1.2 none is safe any more.',
      '{host} y Heloise no comparten ninguna versión de TLS; por debajo de la 1.2 ya ninguna es segura.',
    ),
    advice: say(
      'The server has to enable TLS 1.2 or 1.3. If the profile limits the versions, allow it both.',
      'El servidor debe habilitar TLS 1.2 o 1.3. Si el perfil limita las versiones, permitir ambas.',
    ),
    rfc: 'RFC 9325 §3.1.1',
  },
  'client-certificate-refused': {
    fault: 'ours',
    title: say('The server wants to know who we are', 'El servidor quiere saber quién se conecta'),
    happened: say(
      '{host} ended the TLS handshake over our client certificate: {reason}.',
      '{host} cortó la negociación TLS por el certificado de cliente: {reason}.',
    ),
    advice: say(
      'Give the profile the certificate, with its key, that the administrator of the server has issued.',
      'Poner en el perfil el certificado, con su clave, que haya emitido el administrador del servidor.',
    ),
    rfc: 'RFC 8446 §4.4.2.4',
  },
  'certificate-untrusted': {
    fault: 'theirs',
    title: say('Nobody known vouches for this certificate', 'Nadie conocido avala este certificado'),
    happened: say(
      'The certificate of {host} comes from an authority that this computer does not trust, or a link of its chain was not sent: {reason}.',
      'El certificado de {host} procede de una autoridad en la que este equipo no confía, o falta un eslabón de su cadena: {reason}.',
    ),
    advice: say(
      'On a public server the administrator must install the full chain. On a private one, add its authority, or compare the fingerprint and trust this one certificate.',
      'En un servidor público, el administrador debe instalar la cadena completa. En uno privado, añadir su autoridad, o comparar la huella y confiar solo en este certificado.',
    ),
    rfc: 'RFC 8314 §5.3',
  },
  'certificate-self-signed': {
    fault: 'theirs',
    title: say('The server vouches for itself', 'El servidor se avala a sí mismo'),
    happened: say(
      '{host} signed its certificate itself, so nobody else confirms who it is. Fingerprint (SHA-256): {sha256}.',
      '{host} firmó él mismo su certificado, así que nadie más confirma quién es. Huella (SHA-256): {sha256}.',
    ),
    advice: say(
      'Usual on private servers: compare the fingerprint with the administrator, then trust this one certificate, never any.',
      'Es habitual en servidores privados: comparar la huella con el administrador y después confiar solo en este certificado, nunca en cualquiera.',
    ),
    rfc: 'RFC 8314 §5.3',
  },
  'certificate-expired': {
    fault: 'theirs',
    title: say('The certificate has expired', 'El certificado ha caducado'),
    happened: say(
      'The certificate of {host} was valid until {validTo}.',
      'El certificado de {host} era válido hasta {validTo}.',
    ),
    advice: say(
      'Check the date of this computer. If it is right, the administrator must renew the certificate and reload the mail service.',
      'Comprobar la fecha de este equipo. Si es correcta, el administrador debe renovar el certificado y recargar el servicio de correo.',
    ),
    rfc: 'RFC 5280 §4.1.2.5',
  },
  'certificate-not-yet-valid': {
    fault: 'ours',
    title: say('The certificate is not valid yet', 'El certificado aún no es válido'),
    happened: say(
      'The certificate of {host} begins to be valid on {validFrom}.',
      'El certificado de {host} empieza a ser válido el {validFrom}.',
    ),
    advice: say(
      'Set the clock of this computer right; if it is, the server shows its certificate too early.',
      'Poner en hora este equipo; si ya lo está, el servidor usa su certificado antes de tiempo.',
    ),
    rfc: 'RFC 5280 §4.1.2.5',
  },
  'certificate-name-mismatch': {
    fault: 'ours',
    title: say('The certificate is for another name', 'El certificado es para otro nombre'),
    happened: say(
      'The server was reached as {name}, but its certificate covers {names}.',
      'Se llegó al servidor como {name}, pero su certificado vale para {names}.',
    ),
    advice: say(
      'Connect by one of the names that the certificate covers, not by an IP address, or have it issued for this name.',
      'Conectar con uno de los nombres que cubre el certificado, no con una dirección IP, o pedir que se emita para este nombre.',
    ),
    rfc: 'RFC 9525 §6',
  },
  'certificate-pin-mismatch': {
    fault: 'theirs',
    title: say('This is not the trusted certificate', 'Este no es el certificado de confianza'),
    happened: say(
      'The profile trusts one certificate alone, and {host} showed another. Its fingerprint (SHA-256): {sha256}.',
      'El perfil confía en un único certificado y {host} mostró otro. Su huella (SHA-256): {sha256}.',
    ),
    advice: say(
      'Ask the administrator whether it was renewed and compare the fingerprint before trusting the new one.',
      'Preguntar al administrador si se ha renovado y comparar la huella antes de confiar en el nuevo.',
    ),
    rfc: 'RFC 8314 §5.4',
  },
  'certificate-invalid': {
    fault: 'theirs',
    title: say('The certificate cannot be used', 'El certificado no sirve'),
    happened: say(
      'The certificate of {host} breaks a rule: {reason}.',
      'El certificado de {host} incumple una regla: {reason}.',
    ),
    advice: say(
      'The administrator must have it issued anew, with a strong key, for use by a server.',
      'El administrador debe emitirlo de nuevo, con una clave segura y para uso de servidor.',
    ),
    rfc: 'RFC 5280 §6',
  },
} as const satisfies Record<string, FailureText>
