import { words } from '../../ui/words.ts'

/** Findings by group and by result, and what they come to. */
export const findingsWords = words({
  en: {
    findings: 'Findings',
    groups: 'Groups',
    all: 'All findings',
    problems_one: '{{count}} problem',
    problems_other: '{{count}} problems',
    warnings_one: '{{count}} warning',
    warnings_other: '{{count}} warnings',
    good: '{{count}} good',
    connections_one: '{{count}} connection',
    connections_other: '{{count}} connections',
    pending: 'Not reached yet',
    stoppedAt: 'Stopped before its end. What was found until then is here.',
    left: 'It was left before its report was told; what was found is in the history.',
    filter: 'Show by result',
    everyResult: 'All',
  },
  es: {
    findings: 'Hallazgos',
    groups: 'Grupos',
    all: 'Todos los hallazgos',
    problems_one: '{{count}} problema',
    problems_other: '{{count}} problemas',
    warnings_one: '{{count}} aviso',
    warnings_other: '{{count}} avisos',
    good: '{{count}} bien',
    connections_one: '{{count}} conexión',
    connections_other: '{{count}} conexiones',
    pending: 'Aún por preguntar',
    stoppedAt: 'Parado antes de terminar. Aquí está lo hallado hasta entonces.',
    left: 'Se dejó antes de que diera su informe; lo hallado está en el historial.',
    filter: 'Mostrar por resultado',
    everyResult: 'Todo',
  },
})
