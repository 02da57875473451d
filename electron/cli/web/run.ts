// Runs `heloise web`: the web door until Ctrl-C.
import { serveWeb } from '../../web/serve.ts'
import { wholeNumber } from '../arguments.ts'
import { exitStatus } from '../exit-status.ts'
import { interruption, type Terminal } from '../terminal.ts'
import type { WebCommandOptions } from './command.ts'

export async function runWeb(options: WebCommandOptions, terminal: Terminal): Promise<number> {
  const { out, err, words, signal } = terminal
  const port = wholeNumber('--port', options.port, [0, 65535], words)
  try {
    const door = await serveWeb({ port, open: options.open })
    out.write(`${words.webOpen(door.address)}\n`)
    err.write(`${words.webEnds}\n`)
    await interruption(signal)
    await door.close()
    return exitStatus.interrupted
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    err.write(`heloise: ${words.portTaken(String(port))}\n`)
    return exitStatus.failed
  }
}
