// What the parameters of an EHLO keyword mean.
import type { Words } from '../values/settings.ts'
import { explainMechanism, type Verdict } from './mechanisms.ts'
import { formatOctets } from './octets.ts'
import { say } from './words.ts'

export function sizeText([limit]: readonly string[]): Words {
  // RFC 1870 §4: no number, or 0, means that there is no fixed limit.
  if (limit === undefined || Number(limit) === 0) return say('It names no limit.', 'No indica ningún límite.')
  return say(`Here at most ${formatOctets(limit, 'en')}.`, `Aquí, como máximo ${formatOctets(limit, 'es')}.`)
}

export function mechanismsText(names: readonly string[]): Words | null {
  if (names.length === 0) return null
  const groups = (['safe', 'only-inside-tls', 'weak', 'unknown'] as const).flatMap((verdict) => {
    const members = names.filter((name) => explainMechanism(name).verdict === verdict)
    return members.length === 0 ? [] : [{ verdict, list: members.join(', ') }]
  })
  return say(
    `Ways to log in: ${groups.map(({ verdict, list }) => `${list} (${short[verdict].en})`).join('; ')}.`,
    `Métodos: ${groups.map(({ verdict, list }) => `${list} (${short[verdict].es})`).join('; ')}.`,
  )
}

const short: Record<Verdict, Words> = {
  safe: say('safe', 'seguro'),
  'only-inside-tls': say('only inside TLS', 'solo dentro de TLS'),
  weak: say('weak', 'débil'),
  unknown: say('not known', 'desconocido'),
}

export function limitsText(limits: readonly string[]): Words | null {
  const known = limits.flatMap((limit) => {
    const [name = '', value = ''] = limit.split('=')
    const text = limitTexts[name.toUpperCase()]
    return text === undefined ? [] : [{ text, value }]
  })
  if (known.length === 0) return null
  return say(
    `${known.map(({ text, value }) => text.en.replace('{}', value)).join(' ')}`,
    `${known.map(({ text, value }) => text.es.replace('{}', value)).join(' ')}`,
  )
}

const limitTexts: Readonly<Record<string, Words>> = {
  MAILMAX: say('At most {} mails a session.', 'Como máximo {} correos por sesión.'),
  RCPTMAX: say('At most {} recipients a mail.', 'Como máximo {} destinatarios por correo.'),
  RCPTDOMAINMAX: say('At most {} recipient domains a mail.', 'Como máximo {} dominios de destino por correo.'),
}
