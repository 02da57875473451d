// From a host name to a connection: its addresses asked for, then raced; or a proxy asked for it by its name.
import type { Socket } from 'node:net'
import { placeName, unixPath } from '#shared/address/index.ts'
import { SmtpError, smtpError } from '../smtp-error.ts'
import { Connection } from './connection.ts'
import type { ConnectionTools } from './connection-tools.ts'
import { type DialAddress, type DialTools, dial } from './dial.ts'
import type { OpenBeside, Peer } from './peer.ts'
import { proxyFailure, proxyTimedOut, type TunnelTarget } from './proxy-failures.ts'
import { tunnel } from './tunnel.ts'
import { connectUnix } from './unix-socket.ts'
import type { ProxyAccess, Way } from './way.ts'

/** Finds the addresses of a host; throws an error that carries a Failure when there are none. */
export type Lookup = (host: string, signal: AbortSignal) => Promise<readonly DialAddress[]>

export type ConnectTarget = {
  readonly host: string
  readonly port: number
  /** For each step of the way. */
  readonly seconds: number
  readonly way: Way
}

type Opened = { readonly socket: Socket; readonly peer: Peer; readonly openBeside: OpenBeside }

export async function connect(target: ConnectTarget, lookup: Lookup, tools: ConnectionTools): Promise<Connection> {
  tools.tap.isTls = false
  const { socket, peer, openBeside } = await open(target, lookup, tools)
  return new Connection(socket, peer, { ...tools, openBeside })
}

function open(target: ConnectTarget, lookup: Lookup, tools: ConnectionTools): Promise<Opened> {
  const path = unixPath(target.host)
  if (path !== null) return openPath(path, target, tools)
  const { proxy } = target.way
  return proxy === null ? openStraight(target, lookup, tools) : openThrough(proxy, target, lookup, tools)
}

async function openPath(path: string, { host, port, way }: ConnectTarget, tools: ConnectionTools): Promise<Opened> {
  enterConnect(tools)
  if (way.proxy !== null) {
    const reason = 'a UNIX socket is on this computer, and no proxy leads to it'
    throw smtpError('profile-invalid', 'connect', `${reason}.`, { facts: { host, field: 'proxyHost', reason } })
  }
  const openBeside: OpenBeside = (beside) => connectUnix(path, beside)
  return { socket: await connectUnix(path, tools), peer: { host, port, address: path, family: 'unix' }, openBeside }
}

async function openStraight(target: ConnectTarget, lookup: Lookup, tools: ConnectionTools): Promise<Opened> {
  const { host, port, seconds } = target
  const { localAddress } = target.way
  const addresses = await found(host, lookup, tools)
  enterConnect(tools)
  const { socket, address, family } = await dial({ host, port, addresses, localAddress }, { ...tools, seconds })
  const openBeside: OpenBeside = async (beside) =>
    (await dial({ host, port, addresses: [{ address, family }], localAddress }, beside)).socket
  return { socket, peer: { host, port, address, family }, openBeside }
}

/** The name of the server goes to the proxy as it is: only the proxy's own is looked up here. */
async function openThrough(
  proxy: ProxyAccess,
  { host, port, seconds, way: { localAddress } }: ConnectTarget,
  lookup: Lookup,
  tools: ConnectionTools,
): Promise<Opened> {
  const target: TunnelTarget = { host, port, proxy }
  const addresses = await found(proxy.host, lookup, tools).catch((error: unknown) => throwUnreachable(error, target))
  enterConnect(tools)
  const openWith = async (from: readonly DialAddress[], beside: DialTools) => {
    const dialled = await dial(
      { ...{ host: proxy.host, port: proxy.port, addresses: from }, localAddress, isProxy: true },
      beside,
    ).catch((error: unknown) => throwUnreachable(error, target))
    await tunnel(dialled.socket, target, beside)
    return dialled
  }
  const { socket, address, family } = await openWith(addresses, { ...tools, seconds })
  const openBeside: OpenBeside = async (beside) => (await openWith([{ address, family }], beside)).socket
  return { socket, peer: { host, port, address: host, family: 'proxied' }, openBeside }
}

async function found(host: string, lookup: Lookup, { tap, signal, onStage }: ConnectionTools) {
  tap.stage = 'dns'
  onStage('dns')
  const began = performance.now()
  const addresses = await lookup(host, signal)
  if (signal.aborted) throw smtpError('stopped', 'dns', `Stopped while asking for the address of ${host}.`)
  const list = addresses.map(({ address }) => address).join(', ')
  const ms = Math.round((performance.now() - began) * 1000) / 1000
  const sentence = list === host ? `${host} is an address.` : `${host} has the address ${list}.`
  tap.event('dns', sentence, { host, addresses: list, ms })
  return addresses
}

function enterConnect({ tap, onStage }: ConnectionTools): void {
  tap.stage = 'connect'
  onStage('connect')
}

/** What keeps us from the proxy is no fault of the server, which nobody has asked yet. */
function throwUnreachable(error: unknown, target: TunnelTarget): never {
  if (!(error instanceof SmtpError)) throw error
  const { kind, facts } = error.failure
  switch (kind) {
    case 'stopped':
    case 'local-address-unusable':
      throw error
    case 'connection-timed-out':
      if (facts.seconds !== undefined)
        throw proxyTimedOut(target, `the connection to ${placeName(target.proxy)}`, Number(facts.seconds))
      throw proxyFailure(target, 'proxy-unreachable', facts.reason ?? kind, { cause: error })
    case 'host-not-found':
      throw proxyFailure(target, 'proxy-unreachable', 'there is no host of this name', { cause: error })
    default:
      throw proxyFailure(target, 'proxy-unreachable', facts.reason ?? kind, { cause: error })
  }
}
