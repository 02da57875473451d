// A server as a child of this process, in the foreground: it is waited for until it listens, and ended with what started it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type ServerProcess = AsyncDisposable & {
  /** What it wrote on its two outputs so far. */
  output(): string
}

export type ServerCommand = {
  readonly program: string
  readonly parameters: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Ports of 127.0.0.1, or paths of UNIX sockets, that must take connections before it counts as started. */
  readonly listensOn: readonly (number | string)[]
  /** Seconds to wait for that. */
  readonly patience?: number
}

export async function startServerProcess(command: ServerCommand): Promise<ServerProcess> {
  const { program, parameters, environment = {}, listensOn, patience = 20 } = command
  const child = spawn(program, parameters, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: unknown) => {
    output = (output + String(chunk)).slice(-longestOutput)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  child.on('error', keep)
  running.add(child)
  const end = async () => {
    await endChild(child)
    running.delete(child)
  }
  try {
    for (const place of listensOn) await reachable(place, child, patience)
  } catch (error) {
    await end()
    throw new Error(`${program} does not run: ${error instanceof Error ? error.message : error}\n${output}`)
  }
  return { output: () => output, [Symbol.asyncDispose]: end }
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGTERM')
})

const longestOutput = 1_000_000

async function reachable(place: number | string, child: ChildProcess, seconds: number): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(20)) {
    if (isGone(child)) throw new Error(`it ended with ${child.exitCode ?? child.signalCode ?? 'an error'}.`)
    if (await takesConnections(place)) return
  }
  throw new Error(`nothing answers on ${place} after ${seconds} s.`)
}

function takesConnections(place: number | string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = typeof place === 'number' ? connect(place, '127.0.0.1') : connect(place)
    const answer = (does: boolean) => {
      socket.destroy()
      resolve(does)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}

async function endChild(child: ChildProcess): Promise<void> {
  if (isGone(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const hurry = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(hurry)
}

/** One that could not be started has no number. */
const isGone = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null
