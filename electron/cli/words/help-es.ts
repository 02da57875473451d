// What --help says, in Spanish.
import type { englishHelp } from './help-en.ts'

const titles: Record<string, string> = {
  'Usage:': 'Uso:',
  'Options:': 'Opciones:',
  'Commands:': 'Órdenes:',
  'Arguments:': 'Argumentos:',
}

export const spanishHelp: typeof englishHelp = {
  program: 'Envía correo y muestra, mientras tanto, toda la conversación SMTP.',
  more: 'heloise ORDEN --help explica una orden, con ejemplos.',
  version: 'escribir la versión',
  help: 'escribir esta ayuda',
  titles,
  examples: 'Ejemplos:',
  json: 'un documento JSON por la salida estándar; todo lo demás, por la salida de errores',
  dns: 'preguntar a este servidor de nombres (DIRECCIÓN o DIRECCIÓN:PUERTO) y no al del sistema',
  send: {
    about: 'Envía un correo por un servidor, por un perfil guardado o directamente al MX de cada destinatario.',
    server: 'servidor por el que se envía; el puerto es 465 con --security tls, 587 con --user y, si no, 25',
    mx: 'sin servidor: entregar al MX del dominio de cada destinatario',
    profile: 'un perfil guardado en la ventana, con su contraseña; las demás opciones lo cambian',
    security:
      'none, starttls-if-offered, starttls (obligatorio) o tls (implícito); si falta: tls en 465, si no starttls, y starttls-if-offered en direcciones de este equipo y con --mx',
    user: 'iniciar sesión; la contraseña se lee de HELOISE_PASSWORD, de --password-file, o se pregunta',
    passwordFile: 'archivo con la contraseña (o con el testigo de acceso de XOAUTH2 y OAUTHBEARER)',
    auth: (names) => `${names}; si falta, el más fuerte que se ofrezca`,
    plaintextLogin: 'permitir que la contraseña viaje sin TLS',
    ca: 'archivo PEM con más autoridades de confianza',
    cert: 'certificado propio: PEM, o PKCS#12, cuya frase de paso se lee de HELOISE_KEY_PASSPHRASE o se pide',
    key: 'clave privada de --cert (PEM), si no está en el mismo archivo',
    tlsMin: 'versión de TLS más antigua que se acepta: 1.0, 1.1, 1.2 (si falta) o 1.3',
    tlsMax: 'versión de TLS más nueva que se usa',
    ciphers: 'cifrados que se ofrecen, como los escribe OpenSSL',
    pin: 'confiar en el certificado con este SHA-256, lo firme quien lo firme',
    ehlo: 'nombre que se da en EHLO; si falta, la dirección de este extremo',
    from: 'remitente: DIRECCIÓN o "Nombre <DIRECCIÓN>"; <> para el remitente nulo',
    to: 'destinatarios, separados por comas; se puede repetir',
    subject: 'asunto',
    text: 'texto del correo',
    html: 'HTML del correo',
    attach:
      'archivo que se adjunta; se puede repetir; una imagen que el HTML muestra como cid:NOMBRE queda en su sitio',
    eml: 'enviar este correo tal cual; - lee la entrada estándar',
    stopAfter: 'despedirse tras connect, greeting, ehlo, tls, auth, mail, rcpt o data: no se envía nada',
    count: 'enviar el correo N veces, cada una con su propio Message-ID',
    connections: 'con --count: conexiones a la vez',
    timeout: 'segundos que se espera cada respuesta; si falta, la paciencia del RFC 5321 (minutos)',
    transcript: 'escribir la conversación en este archivo',
    quiet: 'sin la conversación en vivo, solo el resultado',
  },
  mx: {
    about: 'Muestra los servidores que reciben el correo de un dominio, en el orden en que se prueban.',
    domain: 'dominio, o una dirección de correo de ese dominio',
  },
  loopback: {
    about:
      'Pone en marcha en este equipo un servidor que recibe todo el correo y no entrega ninguno. Termina con Ctrl-C.',
    port: 'puerto para el papel del 25; los del 587 y el 465 reciben los dos siguientes; 0 toma puertos libres',
    save: 'guardar cada correo, tal como llega, en esta carpeta',
    scenario: (names) => `cómo se comporta el servidor: ${names}`,
    json: 'líneas JSON por la salida estándar: qué puertos escuchan y, después, una por correo',
  },
  web: {
    about: 'Sirve la aplicación a un navegador de este equipo. Termina con Ctrl-C.',
    port: 'puerto de 127.0.0.1; 0 toma uno libre',
    noOpen: 'solo escribir la dirección, sin abrir el navegador',
  },
  diagnose: {
    about: 'Muestra qué ofrece un servidor y qué tiene mal.',
    target: 'dominio, servidor, servidor:puerto o dirección',
    only: 'solo estas comprobaciones (STL-01) o grupos (STL), separados por comas',
    level: '0 conectar y saludar, 1 las comprobaciones habituales, 2 y 3 más',
  },
}
