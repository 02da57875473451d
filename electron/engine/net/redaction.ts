// Takes secrets out of what a server sends back: some quote the line they did not understand, password and all.

export type Redaction = {
  /** These texts are hidden from now on. */
  hide(texts: readonly string[]): void
  apply(octets: Buffer): Buffer
}

export function createRedaction(): Redaction {
  let secrets: string[] = []
  return {
    hide(texts) {
      const found = texts.filter((text) => text.length >= shortest).map((text) => Buffer.from(text).toString('latin1'))
      // Longest first: a secret may be part of another one.
      secrets = [...new Set([...secrets, ...found])].sort((one, other) => other.length - one.length)
    },
    apply(octets) {
      const text = secrets.length === 0 ? '' : octets.toString('latin1')
      if (!secrets.some((secret) => text.includes(secret))) return octets
      return Buffer.from(
        secrets.reduce((rest, secret) => rest.replaceAll(secret, '[hidden]'), text),
        'latin1',
      )
    },
  }
}

/** Shorter ones stand in ordinary words by chance; hiding them there would tell more than it hides. */
const shortest = 4
