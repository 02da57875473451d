// Answers the requests of the web door: the token's exchange, then the page; everybody else is turned away.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { answerPage, type PageSource, plain } from '../services/page/page.ts'
import type { Admission } from './admission.ts'
import { isOwnHost, isOwnOrigin } from './same-origin.ts'

export async function answerRequest(
  request: IncomingMessage,
  admission: Admission,
  source: PageSource,
): Promise<Response> {
  const { headers, method } = request
  if (!isOwnHost(headers)) return plain(421, 'This address is not served here.')
  if (headers.origin !== undefined && !isOwnOrigin(headers))
    return plain(403, 'A page of another origin asked for this.')
  if (method !== 'GET' && method !== 'HEAD')
    return plain(405, 'Only GET and HEAD are answered.', { allow: 'GET, HEAD' })
  const address = addressOf(request)
  if (!address) return plain(400, 'The address cannot be read.')
  const token = address.searchParams.get('token')
  if (token !== null && !admission.isAdmitted(headers.cookie)) return exchange(request, admission, token)
  if (!admission.isAdmitted(headers.cookie)) return plain(403, notAdmitted)
  return answerPage(source, address.pathname)
}

/** Writes an answer, without its body where only the head was asked for. */
export async function writeAnswer(answer: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (request.method === 'HEAD' || !answer.body) response.end()
  else await pipeline(answer.body, response)
}

const notAdmitted =
  'Heloise asks for the address that it printed when it started; that one works once, in one browser.\n' +
  'Heloise pide la dirección que mostró al arrancar; funciona una sola vez, en un solo navegador.'

function addressOf({ url = '/' }: IncomingMessage): URL | null {
  return url.startsWith('/') && URL.canParse(`http://heloise${url}`) ? new URL(`http://heloise${url}`) : null
}

/** Asking for the head alone, as previews of links do, does not spend the token. */
function exchange({ method, headers }: IncomingMessage, admission: Admission, token: string): Response {
  if (method === 'HEAD') return plain(200, '')
  const cookie = admission.exchange(token)
  if (cookie === null) return plain(403, notAdmitted)
  const answer = { 'set-cookie': cookie, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }
  if (headers['sec-fetch-site'] !== 'cross-site')
    return new Response(null, { status: 303, headers: { ...answer, location: '/' } })
  // A link on another site led here: a redirect would still be that site's request, and a strict cookie would stay at home.
  return new Response('<!doctype html><meta http-equiv="refresh" content="0; url=/"><title>Heloise</title>', {
    headers: { ...answer, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  })
}
