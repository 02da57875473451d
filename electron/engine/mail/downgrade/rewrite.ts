// Writes a mail as it was planned. What the plan leaves alone stays octet for octet.
import { createBase64Writer } from '../base64-lines.ts'
import { asciiField } from './ascii-field.ts'
import type { Field, Head } from './head.ts'
import type { Part } from './part.ts'
import { type Change, demandUnsealed, type Plan } from './plan.ts'
import { createQuotedLines, softEnd } from './quoted-lines.ts'
import type { Event } from './walker.ts'

export type Rewriter = {
  take(event: Event): Uint8Array[]
  /** The line end that must be the last of a mail, where it has none. */
  end(): Buffer[]
}

export function createRewriter(plan: Plan): Rewriter {
  let body: BodyWriter = asItIs()
  let isEnded = true
  const written = (pieces: Uint8Array[]): Uint8Array[] => {
    const last = pieces.findLast(({ length }) => length > 0)
    if (last !== undefined) isEnded = last.at(-1) === 0x0a
    return pieces
  }
  return {
    take(event) {
      switch (event.kind) {
        case 'head':
          body = bodyWriters[plan.changes[event.part.index]?.body ?? 'as-is']()
          return written([headOf(event.part, plan)])
        case 'body':
          return written(body.add(event.octets, event.isNext))
        case 'leave':
          return written(body.end())
        case 'filler':
          return written([event.octets])
      }
    },
    end: () => (isEnded ? [] : [body.lastEnd]),
  }
}

type BodyWriter = {
  add(octets: Buffer, isNext: boolean): Uint8Array[]
  end(): Uint8Array[]
  /** What ends the last line of a mail that has no line end there. */
  readonly lastEnd: Buffer
}

const lineEnd = Buffer.from('\r\n')

const asItIs = (): BodyWriter => ({
  add: (octets, isNext) => (isNext ? [lineEnd, octets] : [octets]),
  end: () => [],
  lastEnd: lineEnd,
})

const bodyWriters: Readonly<Record<Change['body'], () => BodyWriter>> = {
  'as-is': asItIs,
  'quoted-printable': () => {
    const lines = createQuotedLines()
    return { add: (octets, isNext) => [lines.add(octets, isNext)], end: () => [], lastEnd: Buffer.from(softEnd) }
  },
  base64: () => {
    const writer = createBase64Writer()
    return {
      add: (octets, isNext) => [...(isNext ? writer.add(lineEnd) : []), ...writer.add(octets)],
      end: () => writer.end(),
      lastEnd: lineEnd,
    }
  },
}

function headOf(part: Part, { changes, encodesHeads }: Plan): Buffer {
  const { fields, blank } = part.head
  const change = changes[part.index] ?? null
  const label = change === null ? null : Buffer.from(`Content-Transfer-Encoding: ${change.label}\r\n`)
  const isLabelled = hasEncoding(part.head)
  const written = fields.map((field) => {
    if (label !== null && field.name === encodingField) return label
    return encodesHeads ? ascii(field, part) : field.octets
  })
  return Buffer.concat([...written, ...(label === null || isLabelled ? [] : [label]), blank])
}

function ascii(field: Field, { headSeal }: Part): Buffer {
  const octets = asciiField(field)
  if (octets !== field.octets) demandUnsealed(headSeal)
  return octets
}

const encodingField = 'content-transfer-encoding'
const hasEncoding = ({ fields }: Head): boolean => fields.some(({ name }) => name === encodingField)
