// What went wrong, with the smallest input that shows it, as a person needs it to see it again.
import { visible } from '#shared/transcript/text.ts'
import type { SessionInput } from './session.ts'
import { shrink } from './shrink.ts'
import { Broken, type Target } from './target.ts'

export type Finding = {
  readonly kind: 'crash' | 'hang'
  /** The target, or the session with its golden transcript. */
  readonly where: string
  readonly index: number
  readonly what: string
  /** Lines. */
  readonly reproduction: readonly string[]
}

/** Null when it holds. */
export async function troubleWith(check: () => unknown): Promise<Error | null> {
  try {
    await check()
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

export async function inputFinding(target: Target, octets: Buffer, { index, error }: Trouble): Promise<Finding> {
  const fails = async (parts: readonly number[]) =>
    isTheSame(error, await troubleWith(() => target.check(Buffer.from(parts))))
  const least = Buffer.from(await shrink([...octets], fails))
  return {
    kind: 'crash',
    where: target.name,
    index,
    what: describe(error),
    reproduction: inputLines(least),
  }
}

export async function sessionFinding(
  input: SessionInput,
  check: (input: SessionInput) => Promise<unknown>,
  { index, error }: Trouble,
): Promise<Finding> {
  const fails = async (lines: readonly string[]) =>
    isTheSame(error, await troubleWith(() => check({ ...input, lines })))
  const lines = await shrink(input.lines, fails)
  const place = `a session as ${input.file}${input.window === 0 ? '' : `, with a window of ${input.window}`}`
  return { kind: 'crash', where: place, index, what: describe(error), reproduction: lines }
}

/** Long ones are told by their number alone, which makes them again. */
export const inputLines = (octets: Buffer): string[] =>
  octets.length > 2_000
    ? [`${octets.length} octets`]
    : [JSON.stringify(octets.toString('latin1')).replaceAll(/[\x7f-\x9f]/g, visible)]

type Trouble = { readonly index: number; readonly error: Error }

const isTheSame = (one: Error, other: Error | null): boolean =>
  other !== null && other.name === one.name && other.message.slice(0, 40) === one.message.slice(0, 40)

const describe = (error: Error): string =>
  error instanceof Broken ? error.message : (error.stack ?? error.message).split('\n').slice(0, 5).join('\n')
