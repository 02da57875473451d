// Asks an HTTP proxy for a server by CONNECT (RFC 9110 §9.3.6), with a Basic login where there is one (RFC 7617).
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { placeName, toAscii } from '#shared/address/index.ts'
import type { SmtpError } from '../smtp-error.ts'
import { type ProxyFailureKind, proxyFailure, type TunnelTarget } from './proxy-failures.ts'
import { createRedaction } from './redaction.ts'
import { errorCode } from './system-errors.ts'
import type { Asking } from './tunnel.ts'

/** Octets of status line and headers; a proxy that says more before it connects says nothing of use. */
const maxAnswer = 16 * 1024
/** What is shown of its words. */
const longestWords = 80

export function askHttp({ socket, target, tell }: Asking): Promise<void> {
  const { host, port, proxy } = target
  const authority = placeName({ host: toAscii(host) ?? host, port })
  const asked = request({
    method: 'CONNECT',
    path: authority,
    headers: { Host: authority, ...loginHeader(proxy) },
    setHost: false,
    maxHeaderSize: maxAnswer,
    createConnection: () => socket,
  })
  // It would say that the connection is to be closed afterwards, which it is not.
  asked.removeHeader('connection')
  return new Promise((resolve, reject) => {
    asked.once('connect', (response, _socket, head) => {
      const words = wordsOf(response, target)
      tell(`The proxy answered: ${words}.`)
      // RFC 9110 §9.3.6: any 2xx opens the tunnel, and what comes behind its headers is the server's already.
      if (head.length > 0) socket.unshift(head)
      if (response.statusCode !== undefined && response.statusCode >= 200 && response.statusCode < 300) resolve()
      else reject(refused(response, target, words))
    })
    asked.once('error', (cause) => reject(garbled(target, cause)))
    tell(`Asked the HTTP proxy ${placeName(proxy)} for ${authority}, ${loginWords(proxy)}.`)
    asked.end()
  })
}

const loginWords = ({ user }: TunnelTarget['proxy']): string =>
  user === null ? 'without a login' : `with the login of ${user}`

const loginHeader = (proxy: TunnelTarget['proxy']): OutgoingHttpHeaders =>
  proxy.user === null ? {} : { 'Proxy-Authorization': `Basic ${token(proxy)}` }

const token = ({ user, secret }: TunnelTarget['proxy']): string =>
  Buffer.from(`${user ?? ''}:${secret ?? ''}`).toString('base64')

/** Status and reason, in case the proxy repeats our login without it. */
function wordsOf({ statusCode, statusMessage }: IncomingMessage, { proxy }: TunnelTarget): string {
  const redaction = createRedaction()
  if (proxy.user !== null) redaction.hide([proxy.secret ?? '', token(proxy)])
  const shown = redaction.apply(Buffer.from(`${statusCode} ${statusMessage ?? ''}`, 'latin1')).toString('latin1')
  return visible(shown.trim())
}

function refused({ statusCode = 0, headers }: IncomingMessage, target: TunnelTarget, words: string): SmtpError {
  // 407 it should be (RFC 9110 §15.5.8); tinyproxy says 401 to a wrong password.
  if (statusCode === 407 || statusCode === 401)
    return proxyFailure(target, 'proxy-login-refused', loginReason(headers, target))
  return proxyFailure(target, kindOf(statusCode), `it answered ${words}`, { facts: { server: words } })
}

/** RFC 9110 §15.6: 502, 503 and 504 tell of the server beyond, and proxies say 500 in the same sense; all else is the proxy's no. */
const kindOf = (status: number): ProxyFailureKind =>
  status >= 500 && status !== 501 ? 'proxy-cannot-reach' : 'proxy-refused'

function loginReason(headers: IncomingMessage['headers'], { proxy }: TunnelTarget): string {
  const challenges = headers['proxy-authenticate'] ?? []
  const offered = [challenges].flat().join(', ')
  if (offered !== '' && !/\bbasic\b/i.test(offered)) return 'it wants a login of a kind that Heloise does not know'
  return proxy.user === null ? 'it asks for a login' : 'it does not accept user and password'
}

/** The error itself stays here: it holds what was sent. */
function garbled(target: TunnelTarget, cause: Error): SmtpError {
  const code = errorCode(cause)
  if (code === 'HPE_HEADER_OVERFLOW') return proxyFailure(target, 'proxy-not-spoken', 'its answer has no end')
  if (!code.startsWith('HPE_')) return proxyFailure(target, 'proxy-not-spoken', 'it hung up')
  const packet = 'rawPacket' in cause && cause.rawPacket instanceof Uint8Array ? cause.rawPacket : Buffer.alloc(0)
  const server = visible(Buffer.from(packet.subarray(0, longestWords)).toString('latin1'))
  return proxyFailure(target, 'proxy-not-spoken', 'it does not speak HTTP', { facts: { server } })
}

const visible = (text: string): string => JSON.stringify(text.slice(0, longestWords)).slice(1, -1)
