// Codes of the system and of DNS that stand as the reason of a failure, in words; the code itself stays beside them.
import type { Language, Words } from '../values/settings.ts'

const codes: Readonly<Record<string, Words>> = {
  ECONNREFUSED: { en: 'nothing listens there', es: 'nadie escucha ahí' },
  ECONNRESET: { en: 'the connection was reset', es: 'la conexión se cortó' },
  ETIMEDOUT: { en: 'there was no answer', es: 'no hubo respuesta' },
  ETIMEOUT: { en: 'there was no answer', es: 'no hubo respuesta' },
  EHOSTUNREACH: { en: 'no way leads there', es: 'no hay camino hasta ahí' },
  ENETUNREACH: { en: 'no way leads there', es: 'no hay camino hasta ahí' },
  EAI_AGAIN: { en: 'the resolver does not answer', es: 'el servidor DNS no responde' },
  ENOTFOUND: { en: 'there is no such name', es: 'no existe ese nombre' },
  ENODATA: { en: 'the name has no such record', es: 'el nombre no tiene ese registro' },
  SERVFAIL: { en: 'the name servers of the domain failed', es: 'fallaron los servidores de nombres del dominio' },
  ESERVFAIL: { en: 'the name servers of the domain failed', es: 'fallaron los servidores de nombres del dominio' },
  REFUSED: { en: 'the resolver refuses to answer us', es: 'el servidor DNS se niega a respondernos' },
  EREFUSED: { en: 'the resolver refuses to answer us', es: 'el servidor DNS se niega a respondernos' },
  NOTIMP: { en: 'the resolver does not know this question', es: 'el servidor DNS no conoce esta pregunta' },
  FORMERR: { en: 'the resolver did not understand the question', es: 'el servidor DNS no entendió la pregunta' },
}

/** The same where it is no such code. `SERVFAIL (why)` keeps its why. */
export function systemCodeInWords(reason: string, language: Language): string {
  const words = codes[/^[A-Z_]+/.exec(reason)?.[0] ?? '']
  return words === undefined ? reason : `${words[language]} (${reason.replace(/^([A-Z_]+) \((.*)\)$/s, '$1: $2')})`
}
