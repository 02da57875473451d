// From a host name to a connection: its addresses asked for, then raced.
import { smtpError } from '../smtp-error.ts'
import { Connection, type ConnectionTools } from './connection.ts'
import { type DialAddress, dial } from './dial.ts'
import { connectUnix, unixPath } from './unix-socket.ts'

/** Finds the addresses of a host; throws an error that carries a Failure when there are none. */
export type Lookup = (host: string, signal: AbortSignal) => Promise<readonly DialAddress[]>

export type ConnectTarget = { readonly host: string; readonly port: number; readonly seconds: number }

export async function connect(target: ConnectTarget, lookup: Lookup, tools: ConnectionTools): Promise<Connection> {
  const { host, port, seconds } = target
  const { tap, signal, onStage } = tools
  tap.isTls = false
  const path = unixPath(host)
  if (path !== null) {
    tap.stage = 'connect'
    onStage('connect')
    return new Connection(await connectUnix(path, tools), { host, port, address: path, family: 'unix' }, tools)
  }
  tap.stage = 'dns'
  onStage('dns')
  const began = performance.now()
  const addresses = await lookup(host, signal)
  if (signal.aborted) throw smtpError('stopped', 'dns', `Stopped while asking for the address of ${host}.`)
  const list = addresses.map(({ address }) => address).join(', ')
  const ms = Math.round((performance.now() - began) * 1000) / 1000
  tap.event('dns', list === host ? `${host} is an address.` : `${host} has the address ${list}.`, {
    host,
    addresses: list,
    ms,
  })
  tap.stage = 'connect'
  onStage('connect')
  const { socket, address, family } = await dial({ host, port, addresses }, { tap, signal, seconds })
  return new Connection(socket, { host, port, address, family }, tools)
}
