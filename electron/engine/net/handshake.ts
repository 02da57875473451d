// The TLS handshake on a socket that is connected, and what is known of the other side after it. It judges, and enforces nothing.
import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { ipFamily, toAscii } from '#shared/address/index.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import type { TlsDetail } from '#shared/values/tls.ts'
import { readPem, toCertificate } from './certificate.ts'
import { type DaneVerdict, type DaneWish, judgeByDane } from './dane.ts'
import { handshakeKindOf } from './handshake-codes.ts'
import { type ContextWish, handshakeContext } from './secure-context.ts'
import { errorCode } from './system-errors.ts'
import { clientCertificateAlert } from './tls-alerts.ts'
import { tlsaForm } from './tlsa-records.ts'
import { type CertificateFault, findFaults, matchesPin, nameFaults } from './trust.ts'

export type TlsWish = ContextWish & {
  /** Name to ask for (SNI) and to find in the certificate; an address is looked for, never asked for (RFC 6066 §3). */
  readonly name: string
  readonly pin: string | null
  /** Then TLSA records alone say whom to trust: neither authorities nor the pin count. */
  readonly dane?: DaneWish
}

export type Secured = {
  readonly socket: TLSSocket
  readonly detail: TlsDetail
  readonly problem: CertificateFault | null
}
export type HandshakeLimits = { readonly seconds: number; readonly signal: AbortSignal }
export type HandshakeFailure = { readonly kind: FailureKind; readonly reason: string; readonly cause?: unknown }

export async function handshake(
  raw: Socket,
  wish: TlsWish,
  limits: HandshakeLimits,
): Promise<Secured | HandshakeFailure> {
  const extra = wish.authorities === null ? [] : readPem(wish.authorities)
  const context = handshakeContext(wish)
  const socket = connect({
    socket: raw,
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    ...(ipFamily(wish.name) === null ? { servername: sniName(wish.name) } : {}),
    ...(context === null ? {} : { secureContext: context }),
  })
  const failure = await settled(socket, limits)
  if (failure !== null) {
    socket.destroy()
    return failure
  }
  return judge(socket, wish, extra)
}

/** RFC 6066 §3: A-labels, and no dot at the end. */
const sniName = (name: string): string => toAscii(name.replace(/\.$/, '')) ?? name

/** Null once the handshake is done. */
function settled(socket: TLSSocket, { seconds, signal }: HandshakeLimits): Promise<HandshakeFailure | null> {
  return new Promise((resolve) => {
    const end = (failure: HandshakeFailure | null) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve(failure)
    }
    const stop = () => end({ kind: 'stopped', reason: 'it was stopped' })
    const tooLate = () => end({ kind: 'reply-timed-out', reason: `no answer within ${seconds} seconds` })
    const timer = setTimeout(tooLate, seconds * 1000)
    signal.addEventListener('abort', stop)
    socket.once('secureConnect', () => end(null))
    // Stays, so that a later error of the socket is never without a listener.
    socket.on('error', (error) => end(handshakeFailure(error)))
    socket.once('close', () => end({ kind: 'tls-handshake-failed', reason: 'the server hung up in the middle of it' }))
    if (signal.aborted) stop()
  })
}

function handshakeFailure(cause: Error): HandshakeFailure {
  const code = errorCode(cause)
  const hungUp = code === 'ECONNRESET' ? 'the server hung up in the middle of it' : null
  const reason = clientCertificateAlert(code) ?? hungUp ?? (code || cause.message)
  return { kind: handshakeKindOf(code), reason, cause }
}

function judge(socket: TLSSocket, wish: TlsWish, extra: readonly X509Certificate[]): Secured | HandshakeFailure {
  const chain = certificatesOf(socket)
  const leaf = chain[0]
  if (leaf === undefined) {
    socket.destroy()
    return { kind: 'tls-handshake-failed', reason: 'the server showed no certificate' }
  }
  const { problem, faults, dane } =
    wish.dane === undefined
      ? usualVerdict(leaf, wish, findFaults(chain, verdictOf(socket), { extra, now: new Date() }))
      : daneVerdict(judgeByDane(chain, wish.dane, new Date()))
  const detail: TlsDetail = {
    version: socket.getProtocol() ?? '',
    cipher: socket.getCipher().standardName,
    authorized: problem === null,
    keyExchange: keyExchangeOf(socket),
    chain: chain.map(toCertificate),
    faults: [...faults],
    ...(dane === undefined ? {} : { dane }),
  }
  return { socket, detail, problem }
}

type Verdict = {
  readonly problem: CertificateFault | null
  readonly faults: readonly CertificateFault[]
  /** The TLSA record that matched. */
  readonly dane?: string
}

function usualVerdict(leaf: X509Certificate, { name, pin }: TlsWish, found: readonly CertificateFault[]): Verdict {
  const faults = [...found, ...nameFaults(leaf, name)].sort((one, other) => rank(one) - rank(other))
  const pinned = matchesPin(leaf, pin)
  if (pinned === null) return { problem: faults[0] ?? null, faults }
  if (pinned) return { problem: null, faults }
  const mismatch: CertificateFault = {
    kind: 'certificate-pin-mismatch',
    message: 'This is not the certificate that the profile trusts.',
    position: 0,
  }
  return { problem: mismatch, faults: [mismatch, ...faults] }
}

function daneVerdict(verdict: DaneVerdict): Verdict {
  return 'fault' in verdict
    ? { problem: verdict.fault, faults: [verdict.fault] }
    : { problem: null, faults: [], dane: tlsaForm(verdict.match) }
}

/** Who signed comes before for whom, and that before when: the order in which a person can do something about it. */
const order: readonly CertificateFault['kind'][] = [
  'dane-mismatch',
  'certificate-pin-mismatch',
  'certificate-self-signed',
  'certificate-untrusted',
  'certificate-invalid',
  'certificate-name-mismatch',
  'certificate-expired',
  'certificate-not-yet-valid',
]
const rank = (fault: CertificateFault): number => order.indexOf(fault.kind)

/** Leaf first, as they were sent. Node hands them out once, so this is asked once. */
function certificatesOf(socket: TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = []
  for (let one = socket.getPeerX509Certificate(); one !== undefined; one = one.issuerCertificate) chain.push(one)
  return chain
}

function verdictOf({ authorizationError }: TLSSocket): string | null {
  const verdict: unknown = authorizationError
  return verdict instanceof Error ? errorCode(verdict) || verdict.message : typeof verdict === 'string' ? verdict : null
}

function keyExchangeOf(socket: TLSSocket): string | null {
  const info = socket.getEphemeralKeyInfo()
  if (info === null || !('type' in info)) return null
  const name =
    'name' in info && typeof info.name === 'string' ? info.name : `${info.type} ${'size' in info ? info.size : ''}`
  return name.trim() || null
}
