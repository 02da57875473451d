// A mail that exists already, written anew for a server that bears less of it: in two readings, one to plan, one to write.
import type { Carriage } from '../composed-mail.ts'
import { createLineCutter } from './lines.ts'
import { createPlanner, type Plan } from './plan.ts'
import { createRewriter } from './rewrite.ts'
import { createWalker, type Event } from './walker.ts'

export type Source = () => AsyncIterable<Uint8Array>

/** Throws an `Obstacle` where that cannot be done; so may what is opened then. `done`: what is changed, as a clause. */
export async function downgrade(
  source: Source,
  carriage: Carriage,
  signal: AbortSignal,
): Promise<{ readonly open: () => AsyncIterable<Buffer>; readonly done: string }> {
  const planner = createPlanner(carriage)
  for await (const events of eventsOf(source())) {
    signal.throwIfAborted()
    for (const event of events) planner.take(event)
  }
  const plan = planner.end()
  return { open: () => rewritten(source(), plan), done: plan.words }
}

async function* rewritten(chunks: AsyncIterable<Uint8Array>, plan: Plan): AsyncGenerator<Buffer> {
  const rewriter = createRewriter(plan)
  for await (const events of eventsOf(chunks)) {
    const octets = Buffer.concat([...events].flatMap((event) => rewriter.take(event)))
    if (octets.length > 0) yield octets
  }
  for (const piece of rewriter.end()) yield piece
}

/** As they come with each chunk. */
async function* eventsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Event[]> {
  const cutter = createLineCutter()
  const walker = createWalker()
  for await (const chunk of chunks) yield cutter.lines(chunk).flatMap(walker.line)
  yield cutter.rest().flatMap(walker.line)
  yield walker.end()
}
