// Asks a question that is answered by yes or no; yes where nobody is there to ask, for then the options have said it.
import { createInterface } from 'node:readline/promises'

export async function askYes(question: string, signal: AbortSignal): Promise<boolean> {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return true
  const closing = new AbortController()
  const lines = createInterface({ input: stdin, output: stderr })
  // Ctrl-C is a signal like any other; Ctrl-D is a no.
  lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  lines.once('close', () => closing.abort())
  try {
    const answer = await lines.question(question, { signal: AbortSignal.any([signal, closing.signal]) })
    return /^\s*(y|yes|s|si|sí)\s*$/i.test(answer)
  } catch {
    return false
  } finally {
    lines.close()
    stdin.unref()
  }
}
