// Every rule that is cited stands where it is said to stand: in the texts that are shown, and in the comments beside the code.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

/** `RFC 5321` and `RFC 5321 §4.2`, each with the heading of its place. */
const headings = new Map(
  read('test/unit/explain/rfc-sections.txt')
    .split(/^(?=RFC )/m)
    .flatMap(headingsOf),
)

function headingsOf(block: string): (readonly [place: string, heading: string])[] {
  const [, rfc, title] = /^(RFC \d+) (.+)$/m.exec(block) ?? []
  if (rfc === undefined || title === undefined) return []
  const sections = [...block.matchAll(/^ {2}(\S+) (.+)$/gm)]
  return [
    [rfc, title],
    ...sections.map(([, section = '', heading = '']) => [`${rfc} ${placeOf(section)}`, heading] as const),
  ]
}

function placeOf(section: string): string {
  return /^[A-Z]/.test(section) ? `App. ${section}` : `§${section}`
}

const sources = globSync('{electron,renderer,shared}/**/*.{ts,tsx}', { cwd: root })

/** As many as are named: `RFC 2831 §2.1.1, §2.1.3` are two places. */
function citedIn(text: string): string[] {
  const found = text.matchAll(/RFC ?(\d{3,5})((?:,? (?:and )?(?:§|App\. ?)[A-Z\d.]*[A-Z\d])*)/g)
  return [...found].flatMap(([, number, places = '']) => [
    `RFC ${number}`,
    ...[...places.matchAll(/(?:§|App\. ?)([A-Z\d.]*[A-Z\d])/g)].map(
      ([, place = '']) => `RFC ${number} ${placeOf(place)}`,
    ),
  ])
}

test('every section that is cited is one of its RFC', () => {
  const wrong = sources.flatMap((path) =>
    citedIn(read(path))
      .filter((cited) => !headings.has(cited))
      .map((cited) => `${path}: ${cited}`),
  )
  expect(wrong).toEqual([])
})

test('a section is cited in one form', () => {
  const odd = /RFC ?\d+,? ?(?:sections?|appendix|chapter|§ )/i
  expect(sources.filter((path) => odd.test(read(path)))).toEqual([])
})
