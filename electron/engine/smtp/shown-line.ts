// What the log may show of a line that a person typed: all but the part of it that is a login.

/** `isSecret`: the whole line answers a challenge. */
export function shownLine(text: string, isSecret: boolean): string {
  return secretsIn(text, isSecret).reduce((rest, secret) => rest.replaceAll(secret, '[hidden]'), text)
}

/** What must be seen nowhere, not even where the server says it again. */
export function secretsIn(text: string, isSecret: boolean): string[] {
  if (isSecret) return isCancelOrEmpty.test(text) ? [] : [text]
  return [...text.matchAll(initialResponse)].flatMap(([, secret]) => secret ?? [])
}

/** RFC 4954 §4: `*` gives the login up, `=` is an empty response. */
const isCancelOrEmpty = /^[*=]?$/

/** RFC 4954 §4: it stands behind the mechanism. Octets written as escapes have no spaces between their lines. */
const initialResponse = /(?<=(?:^|\\n)\s*AUTH\s+[^\s\\]+\s+)([^\s\\=][^\s\\]*)/gi
