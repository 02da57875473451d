// A text cut where a search hit or the head of the line begins or ends. Pure.

export type Piece = { readonly at: number; readonly text: string; readonly isHit: boolean; readonly isHead: boolean }

/** `head`: so many characters at the beginning stand out. */
export function pieces(text: string, found: string, head: number): readonly Piece[] {
  const hits = found === '' ? [] : [...hitsOf(text.toLowerCase(), found.toLowerCase())]
  const ends = hits.map((hit) => hit + found.length)
  const cuts = [...new Set([0, head, ...hits, ...ends])].filter((cut) => cut < text.length).toSorted((a, b) => a - b)
  return cuts.map((at, place) => ({
    at,
    text: text.slice(at, cuts[place + 1]),
    isHit: hits.some((hit) => at >= hit && at < hit + found.length),
    isHead: at < head,
  }))
}

function* hitsOf(text: string, found: string): Generator<number> {
  for (let hit = text.indexOf(found); hit !== -1; hit = text.indexOf(found, hit + found.length)) yield hit
}
