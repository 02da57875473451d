// What keeps an SVG from being shown as a logo: the profile Tiny PS (draft-svg-tiny-ps-abrotman), read out of its elements. Pure.
import { Parser } from 'htmlparser2'

export type SvgFault =
  /** Its root is no `svg`, or an element is left open. */
  | 'no-svg'
  | 'no-profile'
  | 'no-title'
  /** `x` or `y` at the root. */
  | 'position'
  | 'script'
  /** Something that is fetched from elsewhere, a link, or an entity. */
  | 'reference'
  | 'movement'
  /** A picture of pixels, or other content, within it. */
  | 'picture'

/** None for a picture that keeps to the profile. */
export function faultsOfSvg(text: string): SvgFault[] {
  const faults = new Set<SvgFault>()
  const open: string[] = []
  let hasRoot = false
  let hasTitle = false
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = tag.replace(/^.*:/, '')
        if (open.length === 0) for (const fault of rootFaults(name, attributes)) faults.add(fault)
        for (const fault of elementFaults(name, attributes)) faults.add(fault)
        hasRoot = true
        open.push(name)
      },
      ontext(words) {
        if (open.length === 2 && open[1] === 'title' && words.trim() !== '') hasTitle = true
      },
      onclosetag: () => void open.pop(),
      onprocessinginstruction(_, data) {
        if (/<!ENTITY/i.test(data)) faults.add('reference')
      },
    },
    { xmlMode: true },
  )
  parser.write(text)
  if (!hasRoot || open.length > 0) faults.add('no-svg')
  if (!hasTitle) faults.add('no-title')
  parser.end()
  return [...faults]
}

type Attributes = Readonly<Record<string, string>>

function rootFaults(name: string, { version, baseProfile, x, y }: Attributes): SvgFault[] {
  if (name !== 'svg') return ['no-svg']
  return [
    ...(version === '1.2' && baseProfile === 'tiny-ps' ? [] : (['no-profile'] as const)),
    ...(x === undefined && y === undefined ? [] : (['position'] as const)),
  ]
}

function elementFaults(name: string, attributes: Attributes): SvgFault[] {
  const named = elements[name]
  const all = Object.entries(attributes)
  return [
    ...(named === undefined ? [] : [named]),
    ...(all.some(([key]) => /^on/i.test(key)) ? (['script'] as const) : []),
    ...(all.some(([key, value]) => isReference(key, value)) ? (['reference'] as const) : []),
  ]
}

const elements: Readonly<Record<string, SvgFault | undefined>> = {
  ...Object.fromEntries(['script', 'handler', 'listener'].map((name) => [name, 'script' as const])),
  ...Object.fromEntries(['image', 'foreignObject', 'audio', 'video'].map((name) => [name, 'picture' as const])),
  ...Object.fromEntries(
    ['animate', 'animateColor', 'animateMotion', 'animateTransform', 'animation', 'set'].map((name) => [
      name,
      'movement' as const,
    ]),
  ),
}

/** Within the picture itself it begins with `#`. */
const isReference = (key: string, value: string): boolean =>
  (/^(?:.*:)?href$/i.test(key) && !value.trim().startsWith('#')) || /url\(\s*['"]?(?![#'"\s])/i.test(value)
