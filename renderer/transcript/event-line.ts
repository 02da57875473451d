// The sentence of an event in the person's language. The record itself is in English: for Spanish the sentence is made
// anew from the facts; what is not known here stays as it was recorded.
import { wireNoteText } from '#shared/explain/wire-notes.ts'
import type { Language } from '#shared/values/settings.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { dnsSentences } from './dns-sentences.ts'
import { policySentences } from './policy-sentences.ts'

/** What a row shows, and what filter and search look at. */
export function shownText(entry: Entry, language: Language): string {
  if (entry.direction !== 'event' || language === 'en') return entry.text
  return fromFacts(entry) ?? wireNoteText(entry)?.es ?? fromSentence(entry.text) ?? entry.text
}

function fromFacts({ kind, facts, text }: Entry): string | null {
  switch (kind) {
    case 'dns':
      return names(facts)
    case 'connect':
      return connection(facts)
    case 'tls':
      return encryption(facts, text)
    default:
      return null
  }
}

type Facts = Entry['facts']

function names({ host, addresses, domain, source, hosts }: Facts): string | null {
  if (source === 'mx') return `${domain} tiene los servidores MX ${hosts}.`
  if (source === 'implicit') return `${domain} no tiene registro MX, así que el correo va a su propia dirección.`
  if (source === 'literal') return `${domain} es una dirección, así que el correo va a ella.`
  if (host === undefined || addresses === undefined) return null
  return host === addresses ? `${host} es una dirección.` : `${host} tiene la dirección ${addresses}.`
}

function connection(facts: Facts): string | null {
  const { address, clientPort, port, role, family, ms, outcome, code, localAddress, isProxy } = facts
  if (clientPort !== undefined) return `${address}, puerto ${clientPort}, se ha conectado al puerto ${port} (${role}).`
  if (facts.proxy !== undefined) return throughProxy(facts)
  const from = localAddress === undefined ? '' : ` desde ${localAddress}`
  const where = `${address}, puerto ${port} (IPv${family})${from}`
  const after = `tras ${Math.round(Number(ms))} ms`
  const proxy = isProxy === true
  if (outcome === 'connected') return `Conectado ${proxy ? 'al proxy' : 'a'} ${where} ${after}.`
  if (outcome === 'failed') return `Sin conexión con ${proxy ? 'el proxy ' : ''}${where}: ${code} ${after}.`
  return outcome === 'abandoned' ? `Se ha dejado ${proxy ? 'el proxy ' : ''}${where} ${after}.` : null
}

/** What is said to the proxy before is known by its sentences. */
function throughProxy({ host, port, proxy, ms, outcome }: Facts): string | null {
  if (outcome !== 'connected') return null
  return `Conectado a ${host}, puerto ${port}, a través del proxy ${proxy} tras ${Math.round(Number(ms))} ms.`
}

/** What is wrong with a certificate follows the first sentence, and is kept as recorded. */
function encryption({ version, cipher, authorized, dane }: Facts, text: string): string | null {
  if (version === undefined) return null
  if (authorized === undefined) return `${version} con ${cipher}.`
  if (dane !== undefined) return `${version} con ${cipher}; el certificado es el del registro TLSA ${dane}.`
  const faults = authorized ? '' : text.replace(/^.*?does not hold\./, '')
  return `${version} con ${cipher}; el certificado ${authorized ? 'es válido' : 'no es válido'}.${faults}`
}

function fromSentence(text: string): string | null {
  const known = sentences.find(([pattern]) => pattern.test(text))
  return known ? text.replace(known[0], known[1]) : null
}

const sentences: readonly (readonly [RegExp, string])[] = [
  ...dnsSentences,
  ...policySentences,
  [/^We closed the connection\.$/, 'Hemos cerrado la conexión.'],
  [/^The server closed the connection\.$/, 'El servidor ha cerrado la conexión.'],
  [/^The client closed the connection without QUIT\.$/, 'El cliente ha cerrado la conexión sin QUIT.'],
  [/^The connection broke off: (.*)\.$/, 'La conexión se ha cortado: $1.'],
  [/^Stopped: the connection was closed at once\.$/, 'Parado: la conexión se ha cerrado al instante.'],
  [/^Stopped after (\w+), as told\.$/, 'Detenido tras $1, como se pidió.'],
  [/^The scenario “(.*)” is on\.$/, 'El escenario «$1» está activo.'],
  [/^Trying the next host: (.*)\.$/, 'Se prueba el siguiente servidor: $1.'],
  [/^The server hung up at EHLO; once more with HELO\.$/, 'El servidor colgó ante EHLO; otra vez con HELO.'],
  [/^(.*): everything from here on travels unencrypted\.$/, 'Sin cifrado: desde aquí todo viaja en claro ($1).'],
  [
    /^The session goes on although the certificate does not hold\. (.*)$/,
    'La sesión sigue aunque el certificado no es válido. $1',
  ],
  [/^Not from (\S+): (.*), of another family\.$/, 'Desde $1 no: $2, de otra familia.'],
  [
    /^Asked the SOCKS 5 proxy (\S+) how to go on, (with|without) a login\.$/,
    'Se ha preguntado al proxy SOCKS 5 $1 cómo seguir.',
  ],
  [/^Sent the login of (.*) to the proxy\.$/, 'Se han enviado al proxy el usuario $1 y su contraseña.'],
  [/^The proxy takes the login\.$/, 'El proxy acepta el inicio de sesión.'],
  [/^Asked the proxy for (\S+)\.$/, 'Se ha pedido al proxy $1.'],
  [/^Asked the HTTP proxy (\S+) for (\S+), without a login\.$/, 'Se ha pedido $2 al proxy HTTP $1.'],
  [
    /^Asked the HTTP proxy (\S+) for (\S+), with the login of (.*)\.$/,
    'Se ha pedido $2 al proxy HTTP $1, con el usuario $3.',
  ],
  [/^The proxy answered: (.*)\.$/, 'El proxy ha contestado: $1.'],
  [/^The line ends in a bare LF, where (.*) asks for CRLF\.$/, 'La línea termina en un LF suelto, donde $1 pide CRLF.'],
]
