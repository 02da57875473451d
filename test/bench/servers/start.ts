// Starts a server of ours as a process of its own, and ends it with the row that wanted it.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type BenchServer = {
  readonly port: number
  /** Seconds of a processor that it has used so far, and octets of memory that it holds. */
  usage(): Promise<Usage>
}
/** `heap`: without its garbage. */
export type Usage = { readonly cpuSeconds: number; readonly memory: number; readonly heap: number }

export async function startServer(
  script: 'fast-sink' | 'loopback' | 'smtp-server',
  servers: AsyncDisposableStack,
  parameters: readonly string[] = [],
): Promise<BenchServer> {
  const { child, place } = await startProgram<number>(script, servers, parameters)
  return {
    port: place,
    async usage() {
      child.send('usage')
      const [usage]: Usage[] = await once(child, 'message')
      return usage ?? { cpuSeconds: 0, memory: 0, heap: 0 }
    },
  }
}

/** `place`: what it tells first. */
export async function startProgram<Place>(
  script: string,
  servers: AsyncDisposableStack,
  parameters: readonly string[] = [],
): Promise<{ readonly child: ChildProcess; readonly place: Place }> {
  const child = fork(join(import.meta.dirname, `${script}.ts`), parameters, { execArgv: ['--expose-gc'] })
  servers.defer(async () => {
    const ended = once(child, 'exit')
    child.disconnect()
    await ended
  })
  const [place]: Place[] = await once(child, 'message')
  if (place === undefined) throw new Error(`The server ${script} did not start.`)
  return { child, place }
}
