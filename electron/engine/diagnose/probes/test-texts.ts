// What stands in the mails that come round, and is looked for when they arrive.

/** Lines that a server or a proxy may damage; each stands in the mail with one dot more. */
export const dottedLines = ['.', '..', '.one dot', '..two dots', '...']

/** Not of ASCII. */
export const accents = 'ñandú, œuvre, Straße'

/** What stands around a false end. */
export const left = 'left of the end'
export const right = 'right of the end'

/** RFC 5321 §4.5.3.1.6: a line has 998 octets at most, and CRLF. */
export const allowedLine = 'x'.repeat(998)
export const longerLine = 'y'.repeat(1200)
