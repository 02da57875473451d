// From the path of an address to a file of the built window, and to nothing outside it.
import { extname } from 'node:path'

/** The parts of the file's path below the renderer's folder, or null where an address names none. */
export function pagePath(pathname: string): readonly string[] | null {
  const decoded = decode(pathname)
  if (decoded === null || !decoded.startsWith('/')) return null
  if (decoded === '/') return ['index.html']
  const parts = decoded.slice(1).split('/')
  return parts.every(isPlainName) ? parts : null
}

/** The media type a file of the window is served as. */
export function mediaType(name: string): string {
  return mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream'
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

/** No empty name, no hidden file, no way up, and no separator or drive of Windows. */
function isPlainName(name: string): boolean {
  return /^[^./\\:\u0000-\u001f][^/\\:\u0000-\u001f]*$/.test(name)
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}
