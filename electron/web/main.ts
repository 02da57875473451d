// The web door as a program: prints its address, and serves until it is told to end.
import { parseArgs } from 'node:util'
import { serveWeb, type WebOptions } from './serve.ts'

const options = readOptions()
if (options) await run(options)

async function run(options: WebOptions): Promise<void> {
  try {
    const { address, close } = await serveWeb(options)
    console.log(`Heloise is open at ${address}`)
    const end = () => void close().finally(() => process.exit(0))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  } catch (error) {
    console.error(isPortTaken(error) ? `Port ${options.port} is in use. Choose another with --port.` : error)
    process.exitCode = 1
  }
}

function readOptions(): WebOptions | null {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean' } },
    })
    return { port: portNumber(values.port), open: values['no-open'] !== true }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
    return null
  }
}

function portNumber(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new Error(`--port: ${text} is not a port. Ports go from 0 (a free one) to 65535.`)
  return port
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
