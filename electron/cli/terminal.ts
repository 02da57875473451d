// What a command sees of the process it runs in: two outputs, the environment, the language, and Ctrl-C.
import pc from 'picocolors'
import type { Language } from '#shared/values/settings.ts'
import { exitStatus } from './exit-status.ts'
import { type Environment, languageOf } from './language.ts'
import { type CliWords, wordsOf } from './words/index.ts'

export type Colors = ReturnType<typeof pc.createColors>

export type Output = {
  write(text: string): void
  /** Functions that colour a text, or leave it as it is where nobody looks at it. */
  readonly colors: Colors
}

export type Terminal = {
  /** Results. */
  readonly out: Output
  /** Everything else. */
  readonly err: Output
  /** Characters that a line of the results may have. */
  readonly columns: number
  readonly environment: Environment
  readonly language: Language
  readonly words: CliWords
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

/** What a file or a pipe is written for. */
const usualColumns = 80
/** Fewer would leave nothing beside the margins. */
const fewestColumns = 50

/** `close` lets go of the signals, so that nothing keeps the process up. */
export function terminalOfProcess(): Terminal & { close(): void } {
  const language = languageOf(process.env)
  const interrupt = new AbortController()
  const onSignal = () => {
    // The second Ctrl-C waits for nothing.
    if (interrupt.signal.aborted) process.exit(exitStatus.interrupted)
    interrupt.abort()
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  return {
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    columns: Math.max(process.stdout.columns ?? usualColumns, fewestColumns),
    environment: process.env,
    language,
    words: wordsOf(language),
    signal: interrupt.signal,
    close: () => void process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  }
}

/** Resolves at Ctrl-C. */
export const interruption = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

function outputOf(stream: NodeJS.WriteStream): Output {
  // A reader that has seen enough (`heloise … | head`) is no failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  return {
    write: (text) => void stream.write(text),
    // NO_COLOR and TERM=dumb are read by hasColors.
    colors: pc.createColors(stream.isTTY === true && stream.hasColors()),
  }
}
