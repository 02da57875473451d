// Who may use the web door: whoever brings the one-time token, and from then on the cookie that it was exchanged for.
import { randomBytes, timingSafeEqual } from 'node:crypto'

export type Admission = {
  /** What the printed address carries; worth something once. */
  readonly token: string
  /** Exchanges the token for the text of a `Set-Cookie`; null for a token that is wrong or was used. */
  exchange(token: string): string | null
  /** Whether a request's `Cookie` header holds the session. */
  isAdmitted(cookies: string | undefined): boolean
}

export function createAdmission(): Admission {
  const token = secret()
  const session = secret()
  // Cookies of a host are shared by all its ports: a name of its own keeps two Heloises on one machine apart.
  const name = `heloise-${randomBytes(4).toString('hex')}`
  let isSpent = false
  return {
    token,
    exchange(offered) {
      if (isSpent || !isSame(offered, token)) return null
      isSpent = true
      return `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    isAdmitted: (cookies) => valuesOf(cookies, name).some((value) => isSame(value, session)),
  }
}

const secret = () => randomBytes(32).toString('base64url')

/** Takes the same time wherever the two differ. */
function isSame(offered: string, secret: string): boolean {
  const [left, right] = [Buffer.from(offered), Buffer.from(secret)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function valuesOf(cookies: string | undefined, name: string): string[] {
  return (cookies ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
