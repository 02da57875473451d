// What is wrong with a logo, in words.
import { inSpanish } from '#shared/explain/spanish-phrases.ts'
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import type { LogoPart } from '../../records/logo.ts'
import type { MarkFault } from '../../records/mark-certificate.ts'
import type { SvgFault } from '../../records/tiny-svg.ts'

/** Null where nothing is wrong. */
export const pictureTrouble = (part: LogoPart<SvgFault>): Words | null => troubleOf(part, svgWords)
export const certificateTrouble = (part: LogoPart<MarkFault>): Words | null => troubleOf(part, markWords)

function troubleOf<Fault extends string>(
  { trouble, faults }: LogoPart<Fault>,
  words: Readonly<Record<Fault, Words>>,
): Words | null {
  if (trouble !== null) return say(`it cannot be fetched (${trouble})`, `no se puede obtener (${inSpanish(trouble)})`)
  if (faults.length === 0) return null
  const all = faults.map((fault) => words[fault])
  return say(all.map(({ en }) => en).join('; '), all.map(({ es }) => es).join('; '))
}

const svgWords: Readonly<Record<SvgFault, Words>> = {
  'no-svg': say('it is no whole SVG', 'no es un SVG completo'),
  'no-profile': say(
    'it does not say version="1.2" baseProfile="tiny-ps"',
    'no indica version="1.2" baseProfile="tiny-ps"',
  ),
  'no-title': say('it has no title', 'no tiene título (title)'),
  position: say('its root has x or y', 'su raíz tiene x o y'),
  script: say('it has a script', 'tiene un script'),
  reference: say('it refers to something outside', 'hace referencia a algo externo'),
  movement: say('it has animations', 'tiene animaciones'),
  picture: say('other pictures or films are in it', 'contiene otras imágenes o vídeos'),
}

const markWords: Readonly<Record<MarkFault, Words>> = {
  'no-certificate': say('it holds no certificate that can be read', 'no contiene un certificado legible'),
  'no-mark': say('it is not one for logos (VMC or CMC)', 'no es uno para logotipos (VMC o CMC)'),
  'not-yet': say('it is not valid yet', 'aún no es válido'),
  expired: say('it has expired', 'ha caducado'),
  'other-name': say('it is for another domain', 'es para otro dominio'),
  'broken-chain': say('its chain does not fit together', 'su cadena no encaja'),
}
