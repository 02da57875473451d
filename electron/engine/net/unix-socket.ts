// Servers on this machine that listen on a path of the file system.
import { connect, type Socket } from 'node:net'
import { smtpError } from '../smtp-error.ts'
import { errorCode, failureKindOf } from './system-errors.ts'
import type { Tap } from './tap.ts'

type UnixTools = { readonly tap: Tap; readonly signal: AbortSignal }

/** Connects at once or not at all: there is no network between. */
export function connectUnix(path: string, { tap, signal }: UnixTools): Promise<Socket> {
  const host = `unix:${path}`
  return new Promise((resolve, reject) => {
    const socket = connect({ path })
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop)
      socket.off('error', fail)
      settle()
    }
    const stop = () => {
      socket.on('error', () => {}).destroy()
      end(() => reject(smtpError('stopped', 'connect', `Stopped while connecting to ${host}.`, { facts: { host } })))
    }
    const fail = (cause: Error) => {
      const reason = errorCode(cause)
      tap.event('connect', `No connection to ${host}: ${reason}.`, { host, outcome: 'failed', code: reason })
      const message = `No connection to ${host}: ${reason}.`
      end(() => reject(smtpError(kindOf(cause), 'connect', message, { facts: { host, reason }, cause })))
    }
    signal.addEventListener('abort', stop)
    socket.once('error', fail)
    socket.once('connect', () => {
      tap.event('connect', `Connected to ${host}.`, { host, outcome: 'connected' })
      end(() => resolve(socket))
    })
    if (signal.aborted) stop()
  })
}

/** A path that is not there is a server that does not run. */
const kindOf = (cause: Error) =>
  ['ENOENT', 'ENOTSOCK', 'ENOTDIR'].includes(errorCode(cause)) ? ('connection-refused' as const) : failureKindOf(cause)
