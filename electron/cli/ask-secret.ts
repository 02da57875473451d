// Asks for a secret at the terminal without showing it, also while standard input is a pipe.
import { openSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { ReadStream } from 'node:tty'

/** Null where there is no terminal to ask at; rejects when `signal` is aborted. */
export async function askSecret(prompt: string, signal: AbortSignal): Promise<string | null> {
  const input = terminalInput()
  if (input === null) return null
  process.stderr.write(prompt)
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const closing = new AbortController()
  const lines = createInterface({ input, output: silence, terminal: true })
  // In raw mode Ctrl-C comes as a key; it is passed on as the signal it stands for.
  lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  lines.once('close', () => closing.abort())
  try {
    return await lines.question('', { signal: AbortSignal.any([signal, closing.signal]) })
  } catch (error) {
    // Ctrl-D is an answer too: there is none.
    if (closing.signal.aborted && !signal.aborted) return null
    throw error
  } finally {
    lines.close()
    process.stderr.write('\n')
    if (input === process.stdin) input.unref()
    else input.destroy()
  }
}

function terminalInput(): ReadStream | null {
  if (process.stdin.isTTY) return process.stdin
  if (process.platform === 'win32') return null
  try {
    return new ReadStream(openSync('/dev/tty', 'r'))
  } catch {
    return null
  }
}
