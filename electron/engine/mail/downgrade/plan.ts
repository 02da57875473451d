// What of a mail must be written otherwise for a server that bears less: found in one reading, part by part.
import { isAscii } from 'node:buffer'
import type { Carriage } from '../composed-mail.ts'
import { createLineMeter, type LineMeter } from '../line-meter.ts'
import { Obstacle } from './obstacle.ts'
import { isIdentity, type Part } from './part.ts'
import type { Event } from './walker.ts'

/** `label`: what its Content-Transfer-Encoding says then. */
export type Change = { readonly label: string; readonly body: 'as-is' | 'quoted-printable' | 'base64' }

export type Plan = {
  /** By the index of a part; null where it stays as it is. */
  readonly changes: readonly (Change | null)[]
  readonly encodesHeads: boolean
  /** A clause for the log. */
  readonly words: string
}

export type Planner = { take(event: Event): void; end(): Plan }

type Found = { readonly part: Part; is8bit: boolean; isBinary: boolean; readonly lines: LineMeter }

export function createPlanner(carriage: Carriage): Planner {
  const parts: Found[] = []
  let headers = 0
  const encodesHeads = carriage.headers === 'ascii' || carriage.body === '7bit'
  return {
    take(event) {
      if (event.kind === 'head') {
        parts.push({ part: event.part, is8bit: false, isBinary: false, lines: createLineMeter() })
        headers += event.part.head.fields.filter(({ octets }) => !isAscii(octets)).length
      }
      if (event.kind === 'body') look(parts[event.part.index], event.isNext, event.octets)
      if (event.kind === 'filler') demandPlain(event.octets, carriage)
    },
    end() {
      const changes = parts.map((found) => changeOf(found, carriage))
      const isEncoded = changes.some((change) => change !== null && change.body !== 'as-is')
      if (isEncoded && parts[0]?.part.head.fields.every(({ name }) => name !== 'mime-version'))
        throw new Obstacle('it has no MIME-Version header, so that nobody can know what its octets mean')
      return { changes, encodesHeads, words: inWords(changes, encodesHeads ? headers : 0) }
    },
  }
}

function look(found: Found | undefined, isNext: boolean, octets: Buffer): void {
  if (found === undefined) return
  found.is8bit ||= !isAscii(octets)
  found.isBinary ||= isBinary(octets)
  if (isNext) found.lines.add(lineEnd)
  found.lines.add(octets)
}

const lineEnd = Buffer.from('\r\n')
/** RFC 2045 §2.8: no NUL, and no CR or LF but in a line end. */
const isBinary = (octets: Buffer): boolean => octets.includes(0) || octets.includes(0x0d) || octets.includes(0x0a)

function demandPlain(octets: Buffer, { body }: Carriage): void {
  const line = octets.toString('latin1').replace(/^\r\n|\r\n$/g, '')
  if ((body === '8bit' || isAscii(octets)) && !/[\0\r\n]/.test(line)) return
  throw new Obstacle('octets that cannot travel stand outside its parts')
}

function changeOf({ part, is8bit, isBinary, lines }: Found, { body }: Carriage): Change | null {
  const { kind, head, headSeal, seal } = part
  const isOpen = isIdentity(head.encoding)
  const isTooMuch = (is8bit && body === '7bit') || isBinary || (isOpen && lines.overlong() > 0)
  if (kind === 'leaf' && isTooMuch) {
    demandUnsealed(seal)
    if (!isOpen) throw new Obstacle(`a part says that it is ${head.encoding}, and is not`)
    // RFC 2046 §5.2; RFC 6532 §3.7 lets this one be encoded.
    if (head.type.startsWith('message/') && head.type !== 'message/global')
      throw new Obstacle(`parts of the type ${head.type} must not be encoded`)
    const encoding = head.type.startsWith('text/') && !isBinary ? 'quoted-printable' : 'base64'
    return { label: encoding, body: encoding }
  }
  const isBorne = !isOpen || head.encoding === '7bit' || head.encoding === body
  if (isBorne || headSeal !== null) return null
  return { label: kind === 'leaf' && !is8bit ? '7bit' : body, body: 'as-is' }
}

export function demandUnsealed(seal: string | null): void {
  if (seal === null) return
  throw new Obstacle(`it is signed or encrypted (${seal}), and a change would break that`)
}

function inWords(changes: readonly (Change | null)[], headers: number): string {
  const count = (body: Change['body']) => changes.filter((change) => change?.body === body).length
  const said = [
    many(count('quoted-printable'), 'text encoded as quoted-printable', 'texts encoded as quoted-printable'),
    many(count('base64'), 'part encoded as base64', 'parts encoded as base64'),
    many(headers, 'header written in ASCII', 'headers written in ASCII'),
  ].filter((words) => words !== '')
  return said.length === 0 ? 'nothing in it had to be encoded' : said.join(', ')
}

const many = (count: number, one: string, more: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : more}`
