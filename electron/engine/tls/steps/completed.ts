// Handshakes gone through with, by the TLS library of this program: what comes of them is told apart from what a server offers,
// since the library may offer less. A second one takes the session of the first up again (RFC 8446 §2.2, RFC 5077, RFC 5246 §7.3).
import { constants } from 'node:crypto'
import type { Socket } from 'node:net'
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls'
import type { Completed } from '#shared/values/tls-scan.ts'
import { errorCode } from '../../net/index.ts'
import { handshake } from '../../net/tls.ts'
import { SmtpError } from '../../smtp-error.ts'
import { askedName } from '../hello.ts'
import { TooManyConnections } from '../prober.ts'
import type { Scanning } from '../scanning.ts'
import { findForeignTicket } from './foreign-ticket.ts'

export type CompletionLimits = { readonly seconds: number; readonly signal: AbortSignal }

export async function complete(scanning: Scanning, host: string, limits: CompletionLimits): Promise<void> {
  const resumption: Completed['resumption'] = { ticket: null, sessionId: null, tls13: null }
  const done: Completed = { tls: null, problem: null, resumption, times: null }
  scanning.result.completed = done
  await completeOnce(scanning, host, limits, done)
  if (scanning.profile !== 'full' || done.tls === null) return
  const attempt = (options: ConnectionOptions, isGood = (_: TLSSocket) => true) =>
    resumes(scanning, { options, isGood }, limits, done)
  if (scanning.hellos.has('TLSv1.3')) resumption.tls13 = await attempt({ minVersion: 'TLSv1.3' })
  if (!scanning.hellos.has('TLSv1.2')) return
  const tls12: ConnectionOptions = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }
  resumption.ticket = await attempt(tls12, (socket) => socket.getTLSTicket() !== undefined)
  resumption.sessionId = await attempt({ ...tls12, secureOptions: constants.SSL_OP_NO_TICKET })
  if (resumption.ticket && askedName(scanning.name) !== null) await findForeignTicket(scanning, limits)
}

async function completeOnce(
  { prober, name }: Scanning,
  host: string,
  { seconds, signal }: CompletionLimits,
  done: Completed,
): Promise<void> {
  const socket = await prober.open()
  const wish = { name: name ?? host, authorities: null, pin: null }
  const outcome = await handshake(socket, wish, { seconds, signal })
  if ('kind' in outcome) {
    done.problem = outcome.reason
    prober.note(`A handshake was gone through with: ${outcome.reason}.`)
    socket.destroy()
    return
  }
  done.tls = outcome.detail
  prober.note(`A handshake was gone through with: ${outcome.detail.version} with ${outcome.detail.cipher}.`)
  outcome.socket.destroy()
}

/** `isGood`: whether the first of the two handshakes gave what is to be tried. */
type Attempt = { readonly options: ConnectionOptions; readonly isGood: (first: TLSSocket) => boolean }

/** Null where the library cannot even shake hands. */
async function resumes(
  scanning: Scanning,
  { options, isGood }: Attempt,
  limits: CompletionLimits,
  done: Completed,
): Promise<boolean | null> {
  const first = await shake(scanning, options, limits)
  if (first === null) return null
  const session = isGood(first.socket) ? await sessionOf(first.socket) : null
  await closed(first.socket)
  if (session === null) return false
  const second = await shake(scanning, { ...options, session }, limits)
  const isReused = second?.socket.isSessionReused() ?? false
  second?.socket.destroy()
  if (second !== null && isReused) done.times ??= { wholeMs: first.ms, resumedMs: second.ms }
  scanning.prober.note(`The session was ${isReused ? '' : 'not '}taken up again.`)
  return isReused
}

type Shaken = { readonly socket: TLSSocket; readonly ms: number }

/** Null where the library cannot do it with this server. */
async function shake(
  { prober, name }: Scanning,
  options: ConnectionOptions,
  limits: CompletionLimits,
): Promise<Shaken | null> {
  try {
    const raw = await prober.open()
    const began = performance.now()
    const socket = await secured(raw, { ...options, ...sniOf(name) }, limits)
    return { socket, ms: performance.now() - began }
  } catch (error) {
    if (error instanceof SmtpError || error instanceof TooManyConnections) throw error
    prober.note(`A handshake was not gone through with: ${errorCode(error)}.`)
    return null
  }
}

const sniOf = (name: string | null): ConnectionOptions => {
  const asked = askedName(name)
  return asked === null ? {} : { servername: asked }
}

function secured(raw: Socket, options: ConnectionOptions, { seconds, signal }: CompletionLimits): Promise<TLSSocket> {
  const socket = connect({ socket: raw, rejectUnauthorized: false, checkServerIdentity: () => undefined, ...options })
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>()
  const stop = () => socket.destroy(new Error('it was stopped'))
  const timer = setTimeout(() => socket.destroy(new Error('it took too long')), seconds * 1000)
  signal.addEventListener('abort', stop)
  socket.once('secureConnect', () => resolve(socket))
  socket.on('error', reject)
  socket.once('close', () => reject(new Error('the server hung up')))
  return promise.finally(() => {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  })
}

/** A server forgets the session of a connection that was torn off (RFC 5246 §7.2.1), so this one is closed. */
function closed(socket: TLSSocket): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve()
    }
    const timer = setTimeout(end, closeSeconds * 1000)
    socket.once('close', end)
    socket.resume().end()
    if (socket.destroyed) end()
  })
}

const closeSeconds = 1

/** In TLS 1.3 it comes in a ticket behind the handshake, which has to be read. */
const ticketSeconds = 1

function sessionOf(socket: TLSSocket): Promise<Buffer | null> {
  if (socket.getProtocol() !== 'TLSv1.3') return Promise.resolve(socket.getSession() ?? null)
  return new Promise((resolve) => {
    const end = (session: Buffer | null) => {
      clearTimeout(timer)
      resolve(session)
    }
    const timer = setTimeout(end, ticketSeconds * 1000, null)
    socket.once('session', end)
    socket.once('close', () => end(null))
    socket.resume()
  })
}
