// While developing, the page comes from Vite's server instead of the build: under the same scheme, with all else as it is.
import { net } from 'electron'
import { guardHeaders, pagePolicy } from '../services/page/policy.ts'

/** Vite's own scripts carry this word, as electron.vite.config.ts tells it. */
const nonce = 'development'

export async function answerDevelopment(server: string, address: URL): Promise<Response> {
  const answer = await net.fetch(new URL(address.pathname + address.search, server).href)
  const headers = new Headers({ ...guardHeaders, 'content-type': answer.headers.get('content-type') ?? '' })
  if (!headers.get('content-type')?.startsWith('text/html')) return new Response(answer.body, { headers })
  headers.set('content-security-policy', developmentPolicy(server))
  const html = await answer.text()
  return new Response(html.replace(/(<meta name="csp-nonce" content=")[^"]*/, `$1${nonce}`), { headers })
}

/** The page's policy, and what reloading changed code needs beside it. */
function developmentPolicy(server: string): string {
  return pagePolicy(nonce)
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'self'", `connect-src 'self' ${server.replace(/^http/, 'ws').replace(/\/$/, '')}`)
}
