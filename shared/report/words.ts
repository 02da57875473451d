// The fixed texts of a report that is taken away, in both languages.
import { say } from '../explain/words.ts'
import type { CheckResult, EndpointState, Report } from '../values/report.ts'
import type { Language, Words } from '../values/settings.ts'
import type { ChangeKind } from './compare.ts'

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

export const comparisonWords = {
  title: say('What changed at', 'Qué ha cambiado en'),
  earlier: say('Earlier', 'Antes'),
  later: say('Later', 'Después'),
  what: say('What', 'Qué'),
  level: say('level', 'nivel'),
  otherLevel: say(
    'They did not go as far as each other: what only one of them asked is no change.',
    'No llegaron igual de lejos: lo que solo preguntó uno de los dos no es un cambio.',
  ),
} as const satisfies Record<string, Words>

export const changeHeadings: Record<ChangeKind, Words> = {
  new: say('New', 'Nuevo'),
  worse: say('Worse', 'Peor'),
  gone: say('No longer there', 'Ya no está'),
  better: say('Better', 'Mejor'),
  reworded: say('As good as before, but not the same', 'Igual de bien que antes, pero no lo mismo'),
  'asked-once': say('Only in one of them', 'Solo en uno de los dos'),
}

export const sameCount = (count: number): Words =>
  count === 1
    ? say('1 finding is the same in both.', '1 hallazgo es igual en los dos.')
    : say(`${count} findings are the same in both.`, `${count} hallazgos son iguales en los dos.`)

/** Of one finding. */
export const resultNames: Record<CheckResult, Words> = {
  pass: say('Good', 'Bien'),
  info: say('Note', 'Nota'),
  warn: say('Warning', 'Aviso'),
  fail: say('Problem', 'Problema'),
  indeterminate: say('Could not be judged', 'No se pudo juzgar'),
  skipped: say('Not asked', 'No se preguntó'),
}

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

export const reportTitle = ({ target }: Report, language: Language): string =>
  `${reportWords.title[language]} ${target}`

/** When it was, how many connections it took, and how long. */
export function runLine({ startedAt, connections, durationMs }: Report, language: Language): string {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`
  const spanish = `${connections} ${connections === 1 ? 'conexión' : 'conexiones'}`
  const english = `${connections} ${connections === 1 ? 'connection' : 'connections'}`
  return `${startedAt} · ${say(english, spanish)[language]} · ${seconds}`
}
