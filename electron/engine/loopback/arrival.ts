// A mail on its way in: its content for the one who stores it, and its end however much of that was read.
import type { Tap } from '../net/tap.ts'
import type { Limits } from './limits.ts'
import { createSurvey } from './survey.ts'
import type { Undotted } from './undot.ts'
import { WireOver } from './waiting.ts'
import type { Wire } from './wire.ts'

export type Arrival = {
  /** Dot-stuffing undone. Ends at the end of the mail; throws an error at the size limit. */
  readonly content: AsyncIterable<Uint8Array>
  /** Reads what is left of the mail and lets it go. */
  finish(): Promise<void>
  isTooLarge(): boolean
}

type Receiving = {
  readonly limits: Limits
  /** Finds the end of the mail. */
  readonly undot: (chunk: Buffer) => Undotted
  readonly heard?: ((octets: Buffer) => void) | undefined
}

class TooLarge extends Error {}
/** The client went on far behind the size limit. */
export class FarTooLarge extends Error {}

/** The transcript gets the mail's summary as soon as its end is seen, or as much of it as came. */
export function receiveContent(wire: Wire, tap: Tap, { limits, undot, heard }: Receiving): Arrival {
  const survey = createSurvey()
  const deadline = performance.now() + limits.contentTime
  /** Octets on the wire, the stuffed dots included, the final dot not. */
  let wireOctets = 0
  let size = 0
  let isEnded = false
  let wireHead: Buffer = Buffer.alloc(0)
  let failure: unknown = null

  return { content: { [Symbol.asyncIterator]: contents }, finish, isTooLarge }

  async function* contents(): AsyncGenerator<Uint8Array> {
    while (!isEnded) {
      const content = await next()
      if (isTooLarge()) throw new TooLarge('The mail is larger than the size limit.')
      if (content.length > 0) yield content
    }
  }

  async function finish(): Promise<void> {
    while (!isEnded) await next()
  }

  async function next(): Promise<Buffer> {
    if (failure !== null) throw failure
    try {
      return await read()
    } catch (error) {
      failure = error
      summarise()
      throw error
    }
  }

  async function read(): Promise<Buffer> {
    if (performance.now() > deadline) throw new WireOver('timed-out', 'The mail took too long to come in.')
    const block = await wire.block(limits.blockTime)
    const { content, rest } = undot(block)
    wireOctets += block.length
    keepHead(block.subarray(0, block.length - (rest?.length ?? 0)))
    size += content.length
    survey.add(content)
    if (size > limits.mailSize + limits.refusedSize) throw new FarTooLarge('Far more than the size limit was sent.')
    if (rest !== null) end(rest)
    return content
  }

  function keepHead(octets: Buffer): void {
    const room = limits.heardSize - wireHead.length
    if (heard !== undefined && room > 0) wireHead = Buffer.concat([wireHead, octets.subarray(0, room)])
  }

  function end(rest: Buffer): void {
    isEnded = true
    wire.putBack(rest)
    wireOctets -= rest.length + finalDot.length + 2
    summarise()
    tap.line('client', finalDot, 'crlf')
    heard?.(wireHead)
  }

  function summarise(): void {
    tap.body('client', survey.firstLines(), wireOctets, survey.facts())
  }

  function isTooLarge(): boolean {
    return size > limits.mailSize
  }
}

const finalDot = Buffer.from('.')
