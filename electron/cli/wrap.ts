// Text on as many lines as it needs, each but the first with the margin before it. A word that is too long is not cut.
export function wrapWords(text: string, margin: number, columns: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && margin + [...longer].length > columns) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join(`\n${' '.repeat(margin)}`)
}
