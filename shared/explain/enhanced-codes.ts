// Enhanced status codes `class.subject.detail`: RFC 3463 and what IANA has added since. Details: enhanced-details.ts.
import type { Words } from '../values/settings.ts'
import { enhancedDetails } from './enhanced-details.ts'
import { type Explanation, explain } from './explanation.ts'
import { say } from './words.ts'

export const enhancedClasses: Readonly<Record<string, Words>> = {
  2: say('Success.', 'Éxito.'),
  4: say('For now: a later attempt may pass.', 'Por ahora: un intento posterior puede pasar.'),
  5: say('For good: the same mail will not pass.', 'Definitivo: el mismo correo no pasará.'),
}

export const enhancedSubjects: Readonly<Record<string, Words>> = {
  0: say('In general', 'En general'),
  1: say('The address', 'La dirección'),
  2: say('The mailbox', 'El buzón'),
  3: say('The mail system', 'El sistema de correo'),
  4: say('The network and the way', 'La red y el camino'),
  5: say('The conversation', 'La conversación'),
  6: say('The content', 'El contenido'),
  7: say('Security and policy', 'Seguridad y normas'),
}

/** Null when it is no enhanced code. An unregistered detail still has its class and subject. */
export function explainEnhancedCode(code: string): Explanation | null {
  const [, status = '', subject = '', detail = ''] = /^([245])\.(\d{1,3})\.(\d{1,3})$/.exec(code) ?? []
  const verdict = enhancedClasses[status]
  if (verdict === undefined) return null
  const topic = enhancedSubjects[subject] ?? say('An unknown subject', 'Un asunto desconocido')
  // `2.x.0` is no trouble of any kind: it says yes, and to what.
  const row = enhancedDetails[status === '2' && detail === '0' ? '0.0' : `${subject}.${detail}`]
  const meaning = row?.meaning ?? say('a detail that is not registered', 'un detalle no registrado')
  return explain(
    say(`${code}: ${meaning.en}`, `${code}: ${meaning.es}`),
    say(`${topic.en}: ${meaning.en}. ${verdict.en}`, `${topic.es}: ${meaning.es}. ${verdict.es}`),
    row?.reference ?? 'RFC 3463 §2',
  )
}
