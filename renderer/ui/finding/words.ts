import { words } from '../words.ts'

/** What stands on one finding, wherever it is shown. */
export const findingWords = words({
  en: {
    result_pass: 'Good',
    result_info: 'Note',
    result_warn: 'Warning',
    result_fail: 'Problem',
    result_indeterminate: 'Could not be judged',
    result_skipped: 'Not asked',
    advice: 'What helps',
    evidence: 'In the log',
    evidenceAt: 'In the log: {{endpoint}}',
    logGone: 'That session is no longer in the log.',
    endpoint: 'At {{endpoint}}',
  },
  es: {
    result_pass: 'Bien',
    result_info: 'Nota',
    result_warn: 'Aviso',
    result_fail: 'Problema',
    result_indeterminate: 'No se pudo juzgar',
    result_skipped: 'No se preguntó',
    advice: 'Qué ayuda',
    evidence: 'En el registro',
    evidenceAt: 'En el registro: {{endpoint}}',
    logGone: 'Esa sesión ya no está en el registro.',
    endpoint: 'En {{endpoint}}',
  },
})
