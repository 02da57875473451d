// What the transcript tells of a mail in place of its content: the first lines, and what is worth knowing of the rest.
import type { Facts } from '../net/tap.ts'

export type Survey = {
  add(content: Buffer): void
  firstLines(): string
  facts(): Facts
}

const firstOctets = 1024
const firstLineCount = 12
const lf = 0x0a
const cr = 0x0d

export function createSurvey(): Survey {
  let head: Buffer = Buffer.alloc(0)
  let size = 0
  let lines = 0
  let bareLineFeeds = 0
  let longestLine = 0
  let lineLength = 0
  let last = -1

  return {
    add(content) {
      if (content.length === 0) return
      if (head.length < firstOctets) head = Buffer.concat([head, content.subarray(0, firstOctets - head.length)])
      let from = 0
      for (let at = content.indexOf(lf); at !== -1; at = content.indexOf(lf, from)) {
        const isBare = (at === 0 ? last : content[at - 1]) !== cr
        longestLine = Math.max(longestLine, lineLength + at - from - (isBare ? 0 : 1))
        bareLineFeeds += isBare ? 1 : 0
        lines += 1
        lineLength = 0
        from = at + 1
      }
      lineLength += content.length - from
      last = content[content.length - 1] ?? last
      size += content.length
    },
    firstLines() {
      const texts = head.toString('utf8').split(/\r?\n/).slice(0, firstLineCount)
      return texts.join('\n').trimEnd()
    },
    facts: () => ({
      octets: size,
      lines,
      longestLine: Math.max(longestLine, lineLength),
      ...(bareLineFeeds > 0 ? { bareLineFeeds } : {}),
    }),
  }
}
