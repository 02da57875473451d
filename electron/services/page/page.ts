// Answers what a window loads: the files of the built renderer, and received mails shown as HTML. Who may ask is the door's matter.
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaType, pagePath } from './page-path.ts'
import { guardHeaders, mailPolicy, pagePolicy, reportPolicy } from './policy.ts'

export type PageSource = {
  /** The built renderer. */
  readonly folder: string
  /** A received mail as an HTML document that is safe to show, or null where there is none. */
  readonly mailView: (id: string) => Promise<string | null>
  /** A report of the history, or what changed from one to a later one, as an HTML document; null where there is none. */
  readonly reportView: (ids: readonly string[], language: string) => Promise<string | null>
}

/** Answers the path of an address, without its query. */
export async function answerPage(source: PageSource, pathname: string): Promise<Response> {
  const mail = /^\/mail-view\/([\w-]+)$/.exec(pathname)?.[1]
  if (mail !== undefined) return answerView(await source.mailView(mail), mailPolicy)
  const [, ids, language = ''] = /^\/report-view\/([\w-]+(?:\/[\w-]+)?)\/([\w-]+)$/.exec(pathname) ?? []
  if (ids !== undefined) return answerView(await source.reportView(ids.split('/'), language), reportPolicy)
  const parts = pagePath(pathname)
  const bytes = parts && (await readIfThere(join(source.folder, ...parts)))
  if (!bytes) return plain(404, 'Not found')
  const type = mediaType(parts.at(-1) ?? '')
  return type.startsWith('text/html') ? answerDocument(bytes.toString('utf8')) : answerFile(bytes, type, parts)
}

/** A short answer in words. */
export function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { ...guardHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}

/** The nonce is told in the document, so that styles written later may carry it. */
function answerDocument(html: string): Response {
  const nonce = randomBytes(18).toString('base64')
  return new Response(html.replace(/(<meta name="csp-nonce" content=")[^"]*/, `$1${nonce}`), {
    headers: {
      ...guardHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(nonce),
      'cache-control': 'no-store',
    },
  })
}

/** The build puts a hash into the names below `assets`, so these never change. */
function answerFile(bytes: Buffer<ArrayBuffer>, type: string, parts: readonly string[]): Response {
  return new Response(bytes, {
    headers: {
      ...guardHeaders,
      'content-type': type,
      'content-security-policy': "default-src 'none'",
      'cache-control': parts[0] === 'assets' ? 'private, max-age=31536000, immutable' : 'no-cache',
    },
  })
}

function answerView(html: string | null, policy: string): Response {
  if (html === null) return plain(404, 'Not found')
  return new Response(html, {
    headers: {
      ...guardHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    },
  })
}

async function readIfThere(file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code)))
      return null
    throw error
  }
}
