// Ends of a mail that are none: the first line end or the last is bare (RFC 5321 §2.3.8).

export const falseEnds = ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r.\r\n', '\n.\r', '\r.\n', '\r\n\0.\r\n'] as const

/** As a person writes them: `\r\n.\n`. */
export const shownEnd = (text: string): string =>
  text.replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\0', '\\0')

/** The octets again. */
export const octetsOfEnd = (shown: string): string =>
  shown.replaceAll('\\r', '\r').replaceAll('\\n', '\n').replaceAll('\\0', '\0')
