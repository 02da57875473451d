// Postfix's smtp-sink on a free port: the peer that everybody measures against. It offers PIPELINING and no CHUNKING.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { freePorts } from '../../real/mail-server/needs.ts'

/** `program`: its path. Resolves once it listens. */
export async function startSmtpSink(program: string, servers: AsyncDisposableStack): Promise<number> {
  const [port = 0] = await freePorts(1)
  // It will not run as root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn(program, [...user, `127.0.0.1:${port}`, '1000'], { stdio: ['ignore', 'ignore', 'inherit'] })
  servers.defer(() => end(child))
  await listening(port)
  return port
}

/** Looks this often, 50 ms apart. */
const looks = 100

async function listening(port: number): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    const socket = connect(port, '127.0.0.1')
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isThere) return
    await pause(50)
  }
  throw new Error(`smtp-sink does not listen on port ${port}.`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}
