// The command line in Spanish.
import type { Cost } from '#shared/values/diagnosis.ts'
import { inSeconds, inUnits, rounded } from './figures.ts'
import { spanishHelp } from './help-es.ts'
import type { CliWords } from './index.ts'
import { spanishTls } from './tls-es.ts'

export const spanish: CliWords = {
  help: spanishHelp,
  tls: spanishTls,

  seeHelp: (command) => `Ver ${command} --help.`,
  passwordArgument: (option) =>
    `No se admite ${option}: cualquiera en este equipo puede leer la línea de órdenes de un programa, y el intérprete la recuerda. Usar HELOISE_PASSWORD, indicar un archivo con --password-file, o no poner nada y se preguntará.`,
  proxyPasswordInUrl:
    'No se admite una contraseña en la URL de --proxy: cualquiera en este equipo puede leer la línea de órdenes de un programa, y el intérprete la recuerda. Escribir solo el usuario, y usar HELOISE_PROXY_PASSWORD o indicar un archivo con --proxy-password-file.',
  proxyPasswordPrompt: (user, proxy) => `Contraseña de ${user} en el proxy ${proxy}: `,
  proxyPasswordMissing: (user) =>
    `No hay contraseña para ${user} en el proxy: usar HELOISE_PROXY_PASSWORD o indicar un archivo con --proxy-password-file.`,
  proxyPasswordWithoutUser:
    '--proxy-password-file es de un usuario de un proxy: escribirlo como --proxy socks5://USUARIO@SERVIDOR o http://USUARIO@SERVIDOR.',
  passwordPrompt: (user) => `Contraseña de ${user}: `,
  passwordMissing: (user) =>
    `No hay contraseña para ${user}: usar HELOISE_PASSWORD o indicar un archivo con --password-file.`,
  passphrasePrompt: (file) => `Frase de paso de ${file}: `,
  keyWithoutCert: '--key es la clave de un certificado: indicarlo con --cert.',
  passwordFileEmpty: (option, file) => `${option} ${file} está vacío.`,
  fileUnreadable: (option, file, reason) => `${option} ${file}: ${fileReason(reason)}`,
  fileUnwritable: (option, file, reason) => `No se puede escribir ${option} ${file}: ${fileReason(reason)}`,
  valueInvalid: (option, value, wanted) => `${option} «${value}» no es válido. Se espera: ${wanted}.`,
  wanted: {
    server: 'servidor, servidor:puerto, 192.0.2.1:puerto, [2001:db8::1]:puerto o unix:/ruta',
    port: 'un puerto de 0 a 65535',
    ports: 'un puerto de 0 a 65533, porque también se usan los dos siguientes',
    address: 'una dirección como ana@example.com',
    noControls: 'una sola línea, sin caracteres de control',
    choice: (choices) => choices.join(', '),
    number: (from, to) => `un número entero de ${from} a ${to}`,
    seconds: 'segundos, como 10 o 0.5',
    name: 'un nombre de servidor o una dirección IP',
    pin: '64 cifras hexadecimales, con o sin dos puntos',
    certificates: 'un archivo PEM con certificados',
    clientCertificate: 'un archivo PEM con certificados, o uno PKCS#12, que ya contiene la clave',
    privateKey: 'un archivo PEM con una clave privada',
    ehlo: 'un nombre de equipo o una dirección literal como [192.0.2.1]',
    lists: 'nombres de listas, separados por comas',
    dns: 'DIRECCIÓN o DIRECCIÓN:PUERTO, varias separadas por comas',
    domain: 'un dominio como example.com',
    target:
      'un dominio, un servidor, servidor:puerto con un puerto de 1 a 65535, una dirección IP o una dirección de correo',
    checks: (groups) => `identificadores como STL-01, o grupos de ellos: ${groups.join(', ')}`,
    user: 'un nombre de usuario',
    pair: (left, choices) => `${left}=${choices.join('|')}`,
    attribute: (names) => `NOMBRE=VALOR, donde NOMBRE es uno de ${names.join(', ')}`,
    parameter: 'una palabra, como NOMBRE=VALOR, sin espacios ni caracteres de control',
    notify: 'NEVER, o uno o varios de SUCCESS, FAILURE y DELAY, separados por comas',
    envid: 'hasta 100 caracteres de ASCII imprimible',
    orcpt: 'recipient, o tipo;dirección',
    deliverBy: 'SEGUNDOS;R (más de 0) o SEGUNDOS;N, con una T detrás para que cada servidor informe',
    moment: 'un momento como 2030-01-31T12:00:00Z',
    proxyHeader: 'v1 o v2, v2:ORIGEN:PUERTO o v2:ORIGEN:PUERTO,DESTINO:PUERTO, con IPv6 entre corchetes',
    proxy:
      'socks5://SERVIDOR, socks5://USUARIO@SERVIDOR:PUERTO, http://SERVIDOR o http://USUARIO@SERVIDOR:PUERTO, o none; una cabecera PROXY es --proxy-header',
    proxyUser:
      'un usuario sin caracteres de control; con HTTP, sin dos puntos; con SOCKS 5, de 255 octetos como máximo',
    ip: 'una dirección IP, como 192.0.2.7 o 2001:db8::7',
    localAddress: 'una dirección IP de este equipo, como 192.0.2.7 o 2001:db8::7',
    rate: 'correos por segundo, como 5 o 0.2',
    rawLine: 'un texto, o ETAPA:TEXTO, donde ETAPA es greeting, ehlo, auth, mail o rcpt',
    solicit: 'clases separadas por comas, como org.example:ADV',
  },
  serverMissing:
    '¿Adónde? Indicar un --server, un --profile, o entregar a los servidores de los destinatarios con --mx.',
  serverTwice: '--server y --mx se excluyen: o un servidor, o el MX de cada destinatario.',
  notWithMx: (option: string) => `${option} trata de un solo servidor y no puede ir con --mx.`,
  policyNeedsMx: (option: string) => `${option} trata de los servidores del destinatario: necesita --mx.`,
  fromMissing: '¿De quién es? Indicar el remitente con --from.',
  toMissing: '¿Para quién es? Indicar un destinatario con --to.',
  emlExcludes: (option) => `--eml envía un correo tal cual: no se puede usar ${option} con ella.`,
  countExcludes: (option) => `--count envía correos enteros: no se puede usar ${option} con ella.`,
  holdTwice: '--hold-for y --hold-until se excluyen.',
  binaryNeedsEml: '--binary envía un archivo tal cual: necesita --eml.',
  profileUnknown: (name, known) =>
    known.length === 0
      ? `No hay ningún perfil ${name}, ni ningún otro.`
      : `No hay ningún perfil ${name}. Hay: ${known.join(', ')}.`,

  defaultSubject: 'Un correo de Heloise',
  defaultText: 'Este correo se envió con Heloise.',

  outcomes: {
    accepted: 'Aceptado',
    partial: 'Aceptado para unos destinatarios y rechazado para otros',
    refused: 'Rechazado',
    unknown: 'Enviado, pero no se sabe si se aceptó',
    failed: 'No enviado',
    checked: 'Comprobado; no se envió nada',
  },
  recipientOutcomes: { accepted: 'aceptado', refused: 'rechazado', unknown: 'no se sabe' },
  by: (server) => `por ${server}`,
  noTls: 'sin TLS',
  notTrusted: 'certificado no fiable',
  loggedIn: (mechanism) => `sesión con ${mechanism}`,
  notSent: 'no enviado',
  optionHint: 'Opciones que pueden ayudar',
  stopped: {
    nothingSent: 'Detenido. No se envió nada.',
    unknown: 'Detenido después de escribir el correo y antes de la respuesta del servidor: no se sabe si se aceptó.',
    report: 'Detenido. Lo que se muestra se encontró hasta entonces; el resto no se preguntó.',
    accepted: 'Detenido cuando el servidor ya había aceptado el correo para los destinatarios que siguen.',
  },
  ended: 'Detenido.',
  whatToDo: 'Qué hacer',
  serverSaid: 'Palabras del servidor',
  codesSay: 'Sus códigos significan',
  transcriptWritten: (file) => `La conversación está en ${file}.`,
  bodyOf: (size) => `… ${size} en total`,
  size: (octets) => inUnits(octets, 'es'),
  duration: (milliseconds) => inSeconds(milliseconds, 'es'),
  bulk: ({ sent, refused, unknown, failed }) =>
    `${sent} enviados, ${refused} rechazados, ${unknown} sin saber, ${failed} fallidos`,
  bulkPace: ({ seconds, messagesPerSecond, connections }) =>
    `${inSeconds(seconds * 1000, 'es')}, ${rounded(messagesPerSecond, 'es')} correos por segundo, ${inConnections(connections)}`,

  mxTried: (domain) => `El correo para ${domain} va, en este orden, a:`,
  mxImplicit: 'no hay registro MX: se usa la dirección del propio dominio (RFC 5321 §5.1)',
  mxNoAddress: 'sin dirección',
  mxAlias: (target: string) => `un alias (CNAME) de ${target}, cosa que un servidor MX no debe ser`,
  mxKeysUnproven: 'sin validar (DNSSEC), así que no demuestra nada',
  mxKeyUnusable: 'no sirve para el correo',
  mxValidated: (isAuthentic: boolean): string =>
    isAuthentic ? 'DNSSEC: la respuesta MX está validada' : 'DNSSEC: la respuesta MX no está validada',
  mxNoPolicy: 'MTA-STS: sin política',
  mxPolicy: (mode: string, hosts: string, id: string) => `MTA-STS: ${mode}${hosts && ` para ${hosts}`} (id ${id})`,
  mxPolicyUnusable: (reason: string) => `MTA-STS: una política que no se puede usar: ${reason}`,

  listening: 'Se recibe correo en 127.0.0.1 y [::1]; no se entrega nada. Ctrl-C lo termina.',
  listener: {
    starttls: 'STARTTLS',
    tls: 'TLS desde el principio',
    optional: 'inicio de sesión opcional',
    required: 'inicio de sesión obligatorio',
  },
  login: (user, password) => `Inicio de sesión: ${user} / ${password}`,
  authority: (file) => `Autoridad de su certificado: ${file}`,
  savedIn: (folder) => `Los correos se guardan en ${folder}.`,
  received: (from, to) => `${from === '' ? '<>' : from} → ${to.join(', ')}`,
  portTaken: (port) => `Otro programa ya usa el puerto ${port}.`,
  portUnavailable: (port) =>
    `No se puede usar el puerto ${port}: lo usa otro programa, o es inferior a 1024 y exige más permisos.`,

  webOpen: (address) => `Heloise está en ${address}`,
  webEnds: 'La dirección sirve una vez, en un navegador. Ctrl-C lo termina.',

  verdicts: { safe: 'seguro', 'only-inside-tls': 'solo dentro de TLS', weak: 'débil', unknown: 'desconocido' },
  beforeTls: 'antes de TLS',
  afterTls: 'dentro de TLS',
  logins: 'Inicios de sesión',
  ownMissing:
    '--level 3 prueba contraseñas falsas, correos y entradas malformadas: confirmar con --own que se administra el servidor. Este equipo no necesita --own.',
  goOn: (cost) =>
    `Las siguientes comprobaciones hacen hasta ${cost.connections} conexiones a un servidor que no está en este equipo${waits(cost)}. ¿Seguir? [s/N] `,
  asked: (name) => `¿${name}?`,
  atMost: (cost) =>
    `${inConnections(cost.connections)}${cost.waitSeconds > 0 ? ` y ${cost.waitSeconds} s de espera` : ''} como mucho.`,
  notAsked: (count) =>
    `Sin preguntar: ${count} ${count === 1 ? 'comprobación' : 'comprobaciones'} (ver --level y --json).`,
  connectionsMade: inConnections,
  results: { pass: 'bien', info: 'nota', warn: 'aviso', fail: 'fallo', indeterminate: 'dudoso', skipped: 'omitido' },
}

function inConnections(count: number): string {
  return `${count} ${count === 1 ? 'conexión' : 'conexiones'}`
}

const waits = ({ waitSeconds }: Cost) => (waitSeconds > 0 ? `, y esperan hasta ${waitSeconds} s a propósito` : '')

const fileReasons: Record<string, string> = {
  ENOENT: 'no existe ese archivo.',
  EACCES: 'no se permite abrirlo.',
  EISDIR: 'es una carpeta.',
  ENOTDIR: 'una parte de su ruta no es una carpeta.',
  ENOSPC: 'el disco está lleno.',
}
const fileReason = (code: string) => fileReasons[code] ?? code
