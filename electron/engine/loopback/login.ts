// The server's half of AUTH (RFC 4954), each mechanism a generator: it yields challenges and is given the answers.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { token } from './oauth.ts'
import { scram } from './scram.ts'

export const usualMechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256'] as const
export const tokenMechanisms = ['OAUTHBEARER', 'XOAUTH2'] as const
const mechanisms = [...usualMechanisms, ...tokenMechanisms]
export type Mechanism = (typeof mechanisms)[number]
export const isMechanism = (name: string): name is Mechanism => mechanisms.some((known) => known === name)

export type Account = { readonly user: string; readonly password: string }
export type Verdict = 'right' | 'wrong user' | 'wrong password' | 'wrong token' | 'malformed'
/** What the answer to a challenge holds, so that its secret can be hidden. */
export type Holding = 'user' | 'password' | 'user and password' | 'user and digest' | 'scram' | 'token'
export type Challenge = {
  readonly text: string
  readonly holding: Holding
  /** It proves that the server knows the password, which could be guessed with it if it is weak. */
  readonly isProof?: boolean
}
export type Exchange = Generator<Challenge, Verdict, Buffer>

export function logIn(mechanism: Mechanism, account: Account, isImpostor = false): Exchange {
  switch (mechanism) {
    case 'PLAIN':
      return plain(account)
    case 'LOGIN':
      return login(account)
    case 'CRAM-MD5':
      return cramMd5(account)
    case 'SCRAM-SHA-1':
      return scram('sha1', account, isImpostor)
    case 'SCRAM-SHA-256':
      return scram('sha256', account, isImpostor)
    case 'OAUTHBEARER':
    case 'XOAUTH2':
      return token()
  }
}

/** All but CRAM-MD5 let the client speak first; that begins with the server's challenge (RFC 2195 §2). */
export const takesInitialResponse = (mechanism: Mechanism): boolean => mechanism !== 'CRAM-MD5'

/** RFC 4616 §2: [authzid] NUL authcid NUL passwd. */
function* plain(account: Account): Exchange {
  const parts = splitPlain(yield { text: '', holding: 'user and password' })
  if (parts === null) return 'malformed'
  const { authorizeAs, user, password } = parts
  const isSelf = authorizeAs === '' || authorizeAs === user
  return verdict(isSelf && isSame(user, account.user), isSame(password, account.password))
}

/** draft-murchison-sasl-login-00: the prompts that clients know by heart. */
function* login(account: Account): Exchange {
  const user = yield { text: 'Username:', holding: 'user' }
  const password = yield { text: 'Password:', holding: 'password' }
  return verdict(isSame(user, account.user), isSame(password, account.password))
}

function* cramMd5(account: Account): Exchange {
  const text = `<${randomBytes(12).toString('hex')}.${Date.now()}@localhost>`
  const answer = (yield { text, holding: 'user and digest' }).toString('utf8')
  const space = answer.lastIndexOf(' ')
  if (space === -1) return 'malformed'
  const digest = createHmac('md5', account.password).update(text).digest('hex')
  return verdict(isSame(answer.slice(0, space), account.user), isSame(answer.slice(space + 1), digest))
}

export function splitPlain(answer: Buffer): { authorizeAs: string; user: string; password: string } | null {
  const [authorizeAs, user, password, ...more] = answer.toString('utf8').split('\0')
  if (authorizeAs === undefined || user === undefined || password === undefined || more.length > 0) return null
  return { authorizeAs, user, password }
}

const verdict = (isUserRight: boolean, isPasswordRight: boolean): Verdict =>
  !isUserRight ? 'wrong user' : isPasswordRight ? 'right' : 'wrong password'

/** Takes the same time wherever the two differ. */
function isSame(given: string | Buffer, expected: string): boolean {
  const digest = (value: string | Buffer) => createHmac('sha256', comparisonKey).update(value).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

const comparisonKey = randomBytes(32)

/** RFC 4954 §4: base64 as RFC 4648 §4 has it, padding and all; `=` is the empty initial response. Null when it is not that. */
export function decodeBase64(text: string): Buffer | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  return Buffer.from(text, 'base64')
}
