// Where the rules stand: `RFC 5321 §4.1.1.1` as a link. A reference may name several, separated by commas.

export type RfcLink = { readonly label: string; readonly url: string }

const reference = /RFC\s?(\d+)(?:\s*(?:§+|section\s)\s*([\d.]*\d))?(?:\s*App(?:endix|\.)?\s*([A-Z](?:\.\d+)*))?/gi

/** Every RFC that a reference names, in its order. */
export function rfcLinks(text: string): readonly RfcLink[] {
  return [...text.matchAll(reference)].map(([label, number, section, appendix]) => ({
    label,
    url: `https://www.rfc-editor.org/rfc/rfc${number}${anchor(section, appendix)}`,
  }))
}

/** The page of the first RFC that a reference names; the index of all RFCs when it names none. */
export const rfcUrl = (text: string): string => rfcLinks(text)[0]?.url ?? 'https://www.rfc-editor.org/'

function anchor(section: string | undefined, appendix: string | undefined): string {
  if (section) return `#section-${section}`
  return appendix ? `#appendix-${appendix}` : ''
}
