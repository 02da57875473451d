// The fixed texts of a report that is taken away, in both languages.
import { say } from '../explain/words.ts'
import type { CheckResult, EndpointState, Report } from '../values/report.ts'
import type { Language, Words } from '../values/settings.ts'

export const reportWords = {
  title: say('Diagnosis of', 'Diagnóstico de'),
  advice: say('What helps', 'Qué ayuda'),
  map: say('Places', 'Lugares'),
  host: say('Server', 'Servidor'),
  address: say('Address', 'Dirección'),
  port: say('Port', 'Puerto'),
  state: say('State', 'Estado'),
} as const satisfies Record<string, Words>

const detailWords = {
  keyword: say('Keyword', 'Palabra clave'),
  before: say('Before TLS', 'Antes de TLS'),
  after: say('After TLS', 'Después de TLS'),
  afterLogin: say('After login', 'Tras iniciar sesión'),
  offered: say('offered', 'se ofrece'),
  logins: say('Logins', 'Formas de iniciar sesión'),
  mechanism: say('Mechanism', 'Mecanismo'),
  meaning: say('What it means', 'Qué significa'),
  what: say('What', 'Qué'),
  found: say('Found', 'Hallado'),
  version: say('Version', 'Versión'),
  versions: say('TLS versions', 'Versiones de TLS'),
  cipher: say('Cipher suite', 'Conjunto de cifrado'),
  suites: say('Cipher suites', 'Conjuntos de cifrado'),
  strength: say('Strength', 'Fuerza'),
  groups: say('Groups', 'Grupos'),
  keyExchange: say('Key exchange', 'Intercambio de claves'),
  trusted: say('Certificate trusted', 'Certificado de confianza'),
  yes: say('yes', 'sí'),
  no: say('no', 'no'),
  certificates: say('Certificates', 'Certificados'),
  subject: say('Issued to', 'Expedido a'),
  issuer: say('Issued by', 'Expedido por'),
  validUntil: say('Valid until', 'Válido hasta'),
  fault: say('Fault', 'Fallo'),
  part: say('Part', 'Parte'),
  lookups: say('lookups', 'consultas'),
} as const satisfies Record<string, Words>

/** The words of the tables behind the findings, in one language. */
export const detailWordsIn = (language: Language) =>
  Object.fromEntries(Object.entries<Words>(detailWords).map(([name, both]) => [name, both[language]])) as Record<
    keyof typeof detailWords,
    string
  >

/** The headings of the findings, by their result. */
export const resultHeadings: Record<CheckResult, Words> = {
  fail: say('Problems', 'Problemas'),
  warn: say('Warnings', 'Avisos'),
  indeterminate: say('Could not be judged', 'No se pudo juzgar'),
  info: say('Notes', 'Notas'),
  pass: say('Good', 'Bien'),
  skipped: say('Not asked', 'Sin preguntar'),
}

export const stateWords: Record<EndpointState['state'], Words> = {
  open: say('open', 'abierto'),
  broken: say('session broke off', 'sesión interrumpida'),
  closed: say('closed', 'cerrado'),
}

/** When it was, how many connections it took, and how long. */
export function runLine({ startedAt, connections, durationMs }: Report, language: Language): string {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`
  const spanish = `${connections} ${connections === 1 ? 'conexión' : 'conexiones'}`
  const english = `${connections} ${connections === 1 ? 'connection' : 'connections'}`
  return `${startedAt} · ${say(english, spanish)[language]} · ${seconds}`
}
