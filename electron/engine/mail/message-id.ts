// A raw mail with a Message-ID of its own each time it is sent again: its header line is replaced, or put on top.
import { randomUUID } from 'node:crypto'

type Source = () => AsyncIterable<Uint8Array>

export function withMessageId(source: Source, messageId = `<${randomUUID()}@heloise.invalid>`): Source {
  return async function* () {
    let head = Buffer.alloc(0)
    let isBelow = false
    for await (const chunk of source()) {
      if (isBelow) {
        yield chunk
        continue
      }
      head = Buffer.concat([head, chunk])
      const end = endOfHeader(head)
      if (end === -1 && head.length < longestHeader) continue
      isBelow = true
      const length = end === -1 ? head.length : end
      yield replaced(head.subarray(0, length), messageId)
      yield head.subarray(length)
    }
    if (!isBelow) yield replaced(head, messageId)
  }
}

/** A header that is longer is none. */
const longestHeader = 1024 * 1024

/** Where the empty line below the header begins, whatever its line ends are. */
function endOfHeader(head: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((blank) => head.indexOf(blank)).filter((index) => index !== -1)
  return ends.length === 0 ? -1 : Math.min(...ends)
}

/** With its continuation lines (RFC 5322 §2.2.3); latin1 keeps every octet as it is. */
function replaced(header: Buffer, messageId: string): Buffer {
  const text = header.toString('latin1')
  const others = text.replace(/^message-id[ \t]*:.*(?:\r?\n[ \t].*)*(?:\r?\n|$)/gim, '')
  return Buffer.from(`Message-ID: ${messageId}\r\n${others}`, 'latin1')
}
