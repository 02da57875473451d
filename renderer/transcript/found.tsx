// A text in which what the search looks for is marked.

export function Found({ text, found }: { text: string; found: string }) {
  return found === ''
    ? text
    : pieces(text, found).map((piece) => (piece.isHit ? <mark key={piece.at}>{piece.text}</mark> : piece.text))
}

type Piece = { readonly at: number; readonly text: string; readonly isHit: boolean }

function pieces(text: string, found: string): readonly Piece[] {
  const [low, wanted] = [text.toLowerCase(), found.toLowerCase()]
  const all: Piece[] = []
  let at = 0
  for (let hit = low.indexOf(wanted); hit !== -1; hit = low.indexOf(wanted, at)) {
    all.push({ at, text: text.slice(at, hit), isHit: false })
    at = hit + wanted.length
    all.push({ at: hit, text: text.slice(hit, at), isHit: true })
  }
  return [...all, { at, text: text.slice(at), isHit: false }]
}
