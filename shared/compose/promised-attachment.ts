// Finds in a text, English or Spanish, the words by which a mail speaks of its attachment.

const english = [
  /\battached\b/i,
  /\battachments?\b/i,
  /\bI(?:'m| am|’m) attaching\b/i,
  /\b(?:see|find) (?:the )?enclosed\b/i,
  /\bI(?:'ve| have|’ve)? enclosed?\b/i,
]

const spanish = [
  /(?<!\p{L})adjunt(?:o|a|os|as|é|amos|ado|ada|ados|adas|ando|ar)(?!\p{L})/iu,
  /(?<!\p{L})(?:el|los|archivos?|ficheros?) anexos?(?!\p{L})/iu,
  /(?<!\p{L})anexad[oa]s?(?!\p{L})/iu,
]

/** Lines that quote an earlier mail. */
const quoted = /^>.*$/gm

/** Those words, or null. */
export function promisedAttachment(text: string): string | null {
  const said = text.replace(quoted, '')
  for (const pattern of [...english, ...spanish]) {
    const match = pattern.exec(said)
    if (match !== null) return match[0]
  }
  return null
}
