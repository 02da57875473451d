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
