// The server as a whole: ports, sessions, the scenario for those to come, and the stop.
import { setMaxListeners } from 'node:events'
import type { Socket } from 'node:net'
import { createSecureContext } from 'node:tls'
import type { Listener } from '#shared/values/loopback.ts'
import type { Scenario } from '#shared/values/scenarios.ts'
import { createGreylist } from './greylist.ts'
import { limits } from './limits.ts'
import { closePort, type OpenPort, openPort } from './listeners.ts'
import { createLockout } from './lockout.ts'
import type { LoopbackOptions, LoopbackServer, LoopbackTools } from './options.ts'
import { type Host, serve } from './session.ts'

/** Rejects with `PortUnavailable` when a wanted port cannot be had; then nothing is left open. */
export async function startLoopback(options: LoopbackOptions, tools: LoopbackTools): Promise<LoopbackServer> {
  const { key, certificate } = options.identity
  const stopping = new AbortController()
  setMaxListeners(0, stopping.signal)
  const host: Host = {
    tools,
    account: options.login,
    secureContext: createSecureContext({ key, cert: certificate }),
    limits,
    signal: stopping.signal,
  }
  const sessions = new Set<Promise<void>>()
  let current = circumstances(options.scenario)

  const onSocket = (socket: Socket, { role, port }: Listener) => {
    const client = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 }
    const isCrowded = sessions.size >= limits.sessions
    const session = serve(socket, { role, port, client, ...current, isCrowded }, host)
    sessions.add(session)
    void session.finally(() => sessions.delete(session))
  }

  const open: OpenPort[] = []
  const stop = async () => {
    stopping.abort()
    await Promise.all([...open.map(closePort), ...sessions])
  }
  try {
    for (const role of roles) open.push(await openPort(role, options.ports[role], onSocket))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    listeners: open.map(({ listener }) => listener),
    setScenario(scenario) {
      current = circumstances(scenario)
    },
    stop,
  }
}

const roles = ['mx', 'submission', 'submissions'] as const

/** A scenario that is set anew remembers no one. */
const circumstances = (scenario: Scenario) => ({ scenario, greylist: createGreylist(), lockout: createLockout() })
