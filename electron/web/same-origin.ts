// Whether a request was meant for this machine's own Heloise, and not lured here by a page of someone else's.
import type { IncomingHttpHeaders } from 'node:http'

/**
 * A name that is not this machine's own would be DNS rebinding. The port may differ from ours: a forwarded one (`ssh -L`)
 * is the browser's.
 */
export function isOwnHost({ host }: IncomingHttpHeaders): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(host ?? '')
}

/** A page names its origin in what it sends; it must be the one it is sent to. */
export function isOwnOrigin({ host, origin }: IncomingHttpHeaders): boolean {
  return origin === `http://${host}`
}
