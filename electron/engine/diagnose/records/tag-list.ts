// `name=value` pairs between semicolons: the form of DKIM, DMARC, TLS-RPT and BIMI records (RFC 6376 §3.2). Pure.

export type TagList = {
  /** In their order, the names in lower case. */
  readonly tags: readonly { readonly name: string; readonly value: string }[]
  /** Parts that are no `name=value`. */
  readonly wrong: readonly string[]
  /** Names that stand more than once; the first one counts here. */
  readonly repeated: readonly string[]
}

export function readTagList(text: string): TagList {
  const tags = new Map<string, string>()
  const wrong: string[] = []
  const repeated: string[] = []
  for (const part of text.split(';').map((one) => one.trim())) {
    if (part === '') continue
    const [, name, value] = tagForm.exec(part) ?? []
    if (name === undefined || value === undefined) wrong.push(part)
    else if (tags.has(name.toLowerCase())) repeated.push(name.toLowerCase())
    else tags.set(name.toLowerCase(), value)
  }
  return { tags: [...tags].map(([name, value]) => ({ name, value })), wrong, repeated }
}

export const tagOf = ({ tags }: TagList, wanted: string): string | null =>
  tags.find(({ name }) => name === wanted)?.value ?? null

const tagForm = /^([a-z]\w*)[ \t]*=[ \t]*(.*)$/is
