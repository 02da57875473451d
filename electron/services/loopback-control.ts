// Keeps the loopback server as the person wants it: on or off, on which ports, with which scenario.
import { randomBytes } from 'node:crypto'
import type { Listener, LoopbackConfig, LoopbackState } from '#shared/values/loopback.ts'
import type { Words } from '#shared/values/settings.ts'
import {
  type IncomingMail,
  type LoopbackServer,
  PortUnavailable,
  type startLoopback,
} from '../engine/loopback/index.ts'
import type { Recorder } from '../engine/net/tap.ts'
import type { LoopbackMemory, Shelf } from '../storage/index.ts'
import type { LocalCertificates } from './authority.ts'

export type LoopbackControl = {
  state(): LoopbackState
  configure(change: { [field in keyof LoopbackConfig]?: LoopbackConfig[field] | undefined }): Promise<LoopbackState>
  stop(): Promise<void>
}

export type LoopbackControlTools = {
  readonly memory: Shelf<LoopbackMemory>
  readonly certificates: LocalCertificates
  readonly start: typeof startLoopback
  readonly recorder: Recorder
  readonly receive: (mail: IncomingMail) => Promise<{ id: string }>
  readonly heard: (octets: Buffer) => void
  /** After every change of what runs. */
  readonly onChange: (state: LoopbackState) => void
  readonly say: (words: Words) => string
}

type Ports = LoopbackConfig['ports']
const anyPorts: Ports = { mx: 0, submission: 0, submissions: 0 }

const newLoopbackMemory = (): LoopbackMemory => ({
  config: { isOn: true, ports: anyPorts, scenario: 'none' },
  login: { user: 'loopback', password: randomBytes(12).toString('base64url') },
  lastPorts: anyPorts,
})

/** Resolves once the server runs, if it is to run and can. */
export async function createLoopbackControl(tools: LoopbackControlTools): Promise<LoopbackControl> {
  const { memory, certificates, onChange, say } = tools
  let kept = memory.get() ?? newLoopbackMemory()
  let server: LoopbackServer | null = null
  let problem: string | null = null
  let lastTurn: Promise<unknown> = Promise.resolve()

  const state = (): LoopbackState => ({
    config: kept.config,
    listeners: [...(server?.listeners ?? [])],
    login: kept.login,
    authority: { pem: certificates.authority.certificate, sha256: certificates.authority.sha256 },
    problem,
  })

  const turnOff = async () => {
    await server?.stop()
    server = null
  }

  const turnOn = async () => {
    problem = null
    if (!kept.config.isOn) return
    try {
      server = await startOnUsualPorts(tools, kept)
      kept = { ...kept, lastPorts: portsOf(server.listeners) }
    } catch (trouble) {
      problem = say(whyNotStarted(trouble))
    }
  }

  const restart = async () => {
    await turnOff()
    await turnOn()
    memory.set(kept)
    onChange(state())
  }

  /** One change after the other, so that a port is free again before it is taken. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = lastTurn.then(work, work)
    lastTurn = turn
    return turn
  }

  await inTurn(restart)
  return {
    state,
    configure: (change) =>
      inTurn(async () => {
        const before = kept.config
        const { isOn = before.isOn, ports = before.ports, scenario = before.scenario } = change
        kept = { ...kept, config: { isOn, ports, scenario } }
        if (isOn !== before.isOn || !isSame(ports, before.ports) || problem !== null) await restart()
        else {
          server?.setScenario(scenario)
          memory.set(kept)
          onChange(state())
        }
        return state()
      }),
    stop: () => inTurn(turnOff),
  }
}

/** On the ports the person chose; the others as last time, or wherever there is room. */
async function startOnUsualPorts(tools: LoopbackControlTools, kept: LoopbackMemory): Promise<LoopbackServer> {
  const { start, recorder, receive, heard, certificates } = tools
  const { login, config, lastPorts } = kept
  const startOn = (ports: Ports) =>
    start({ ports, scenario: config.scenario, login, identity: certificates.identity }, { recorder, receive, heard })
  const usual = mapPorts((role) => config.ports[role] || lastPorts[role])
  if (isSame(usual, config.ports)) return startOn(usual)
  try {
    return await startOn(usual)
  } catch {
    return await startOn(config.ports)
  }
}

const mapPorts = (port: (role: keyof Ports) => number): Ports => ({
  mx: port('mx'),
  submission: port('submission'),
  submissions: port('submissions'),
})

const isSame = (one: Ports, other: Ports) =>
  one.mx === other.mx && one.submission === other.submission && one.submissions === other.submissions

const portsOf = (listeners: readonly Listener[]): Ports =>
  mapPorts((role) => listeners.find((listener) => listener.role === role)?.port ?? 0)

function whyNotStarted(trouble: unknown): Words {
  if (trouble instanceof PortUnavailable)
    return {
      en: trouble.message,
      es: `No se puede usar el puerto ${trouble.port}: lo ocupa otro programa o el sistema no lo permite.`,
    }
  console.error(trouble)
  return { en: 'The server could not be started.', es: 'No se ha podido iniciar el servidor.' }
}
