// The facts a failure may carry and how a sentence shows them: with the value, or in general words when it is not known.
import type { Language, Words } from '../values/settings.ts'
import { inSpanish } from './spanish-phrases.ts'
import { systemCodeInWords } from './system-codes.ts'

export type FactWords = {
  readonly known: Words
  readonly unknown: Words
  /** Values that have a name of their own. */
  readonly values?: Readonly<Record<string, Words>>
  /** How any other value is shown, where not as it is. */
  readonly show?: (value: string, language: Language) => string
}

const plain = (en: string, es: string): FactWords => ({ known: { en: '{}', es: '{}' }, unknown: { en, es } })

/** A clause of ours, in the language of the sentence. */
const translated = (value: string, language: Language) => (language === 'es' ? inSpanish(value) : value)
const reasonInWords = (value: string, language: Language) => systemCodeInWords(translated(value, language), language)
/** The day of an ISO 8601 moment. */
const dayOf = (value: string) => value.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1')

const fieldWords: Readonly<Record<string, Words>> = {
  from: { en: 'From', es: 'De' },
  sender: { en: 'the sender', es: 'el remitente' },
  to: { en: 'To', es: 'Para' },
  cc: { en: 'Cc', es: 'Cc' },
  bcc: { en: 'Bcc', es: 'Cco' },
  replyTo: { en: 'Reply-To', es: 'Responder a' },
  envelope: { en: 'the envelope', es: 'el sobre' },
  subject: { en: 'the subject', es: 'el asunto' },
  headers: { en: 'a header', es: 'una cabecera' },
  host: { en: 'the host', es: 'el servidor' },
  port: { en: 'the port', es: 'el puerto' },
  ehloName: { en: 'the EHLO name', es: 'el nombre EHLO' },
  login: { en: 'the login', es: 'el inicio de sesión' },
  user: { en: 'the user', es: 'el usuario' },
  password: { en: 'the password', es: 'la contraseña' },
  pin: { en: 'the fingerprint of the certificate', es: 'la huella del certificado' },
  authorities: { en: 'the authorities', es: 'las autoridades' },
  'client certificate': { en: 'the client certificate', es: 'el certificado de cliente' },
  ciphers: { en: 'the ciphers', es: 'los cifrados' },
  'TLS version': { en: 'the TLS versions', es: 'las versiones de TLS' },
  mailParameters: { en: 'the parameters of MAIL', es: 'los parámetros de MAIL' },
  rcptParameters: { en: 'the parameters of RCPT', es: 'los parámetros de RCPT' },
  rawLines: { en: 'the raw lines', es: 'las líneas en bruto' },
  proxyHeader: { en: 'the PROXY header', es: 'la cabecera PROXY' },
  proxyHost: { en: 'the proxy', es: 'el proxy' },
  proxyPort: { en: 'the port of the proxy', es: 'el puerto del proxy' },
  proxyUser: { en: 'the user of the proxy', es: 'el usuario del proxy' },
  proxyPassword: { en: 'the password of the proxy', es: 'la contraseña del proxy' },
  localAddress: { en: 'the local address', es: 'la dirección local' },
}

export const factWords = {
  /** Name of the server, as typed or as found by MX. */
  host: plain('the server', 'el servidor'),
  port: {
    known: { en: 'port {}', es: 'el puerto {}' },
    unknown: { en: 'the chosen port', es: 'el puerto elegido' },
  },
  /** IP address that was tried. */
  ip: plain('its address', 'su dirección'),
  /** Host and port of the proxy. */
  proxy: plain('the proxy', 'el proxy'),
  /** Mail address that the failure is about. */
  address: plain('the address', 'la dirección'),
  /** Mail addresses, joined by `, `. */
  addresses: plain('the recipients', 'los destinatarios'),
  /** The first line of its greeting, without the code: for telling whose server it is, not for reading. */
  greeting: plain('no greeting', 'ningún saludo'),
  domain: plain('the domain', 'el dominio'),
  /** What the domain publishes: `MTA-STS` or `DANE`. */
  policy: plain('its policy', 'su política'),
  /** Where the input stands: `to`, `subject`, `ehloName`, or the name of a header. */
  field: { ...plain('a field', 'un campo'), values: fieldWords },
  /** Name of an attachment. */
  file: plain('an attachment', 'un adjunto'),
  /** Id of that attachment in its draft: for the fix, not for reading. */
  attachment: plain('an attachment', 'un adjunto'),
  /** Name that the certificate was checked against. */
  name: plain('the name that was asked for', 'el nombre solicitado'),
  /** Names that a certificate covers, joined by `, `. */
  names: plain('other names', 'otros nombres'),
  /** SHA-256 of the certificate that was shown. */
  sha256: plain('not known', 'desconocida'),
  validFrom: { ...plain('a later date', 'una fecha posterior'), show: dayOf },
  validTo: { ...plain('an earlier date', 'una fecha anterior'), show: dayOf },
  /** Octets of the mail, in words: `12.5 MB`. */
  size: plain('its size', 'su tamaño'),
  /** Octets that are allowed, in words. */
  limit: { ...plain('what is allowed', 'lo permitido'), show: translated },
  /** Mechanisms that the server offers, joined by `, `. */
  mechanisms: plain('other ways', 'otros métodos'),
  mechanism: {
    ...plain('this way', 'este método'),
    values: { automatic: { en: 'any that Heloise knows', es: 'cualquiera que Heloise conozca' } },
  },
  /** Of EHLO: `DELIVERBY`. */
  keyword: plain('an extension', 'una extensión'),
  /** The verb that was answered: `RCPT`. */
  command: { ...plain('the last command', 'la última orden'), show: translated },
  /** First words that the peer sent, cut short. */
  server: plain('something else', 'otra cosa'),
  seconds: {
    known: { en: '{} seconds', es: '{} segundos' },
    unknown: { en: 'the time allowed', es: 'el tiempo permitido' },
  },
  /** TLS version, as `TLSv1.1`. */
  version: plain('an old version', 'una versión antigua'),
  /** What went wrong, as one clause; words of the system or of a server as they are. */
  reason: { ...plain('no further reason was given', 'no se indicó otro motivo'), show: reasonInWords },
} satisfies Record<string, FactWords>

export type FactName = keyof typeof factWords
