// The shown text of a line that may carry a secret. Made before the line becomes an entry.
import { decodeBase64, type Holding, isMechanism, type Mechanism, splitPlain } from './login.ts'

export const hidden = '[hidden]'

/** Undefined when the line can be shown as it is. */
export function shownCommand(line: Uint8Array, mayBeSecret: boolean): string | undefined {
  const text = Buffer.from(line).toString('latin1')
  const auth = /^\s*AUTH\b[ \t]*(\S*)[ \t]*(.*)$/is.exec(text)
  if (auth !== null) return shownAuth(auth[1] ?? '', auth[2] ?? '')
  return mayBeSecret || /^\s*AUTH/i.test(text) ? hidden : undefined
}

function shownAuth(name: string, initial: string): string {
  const mechanism = name.toUpperCase()
  // A name that is no mechanism could be a password typed too early.
  if (!/^[A-Z0-9_-]{0,20}$/.test(mechanism)) return `AUTH ${hidden}`
  if (initial === '' || initial === '=') return ['AUTH', mechanism, initial].filter(Boolean).join(' ')
  if (!isMechanism(mechanism)) return `AUTH ${mechanism} ${hidden}`
  return `AUTH ${mechanism} ${shownAnswer(initial, holdings[mechanism])}`
}

const holdings: Readonly<Record<Mechanism, Holding>> = {
  PLAIN: 'user and password',
  LOGIN: 'user',
  'CRAM-MD5': 'user and password',
  'SCRAM-SHA-1': 'scram',
  'SCRAM-SHA-256': 'scram',
  OAUTHBEARER: 'token',
  XOAUTH2: 'token',
}

/** The answer to a challenge, decoded, its secret replaced. Whatever cannot be told apart is hidden whole. */
export function shownAnswer(base64: string, holding: Holding): string {
  if (base64 === '*') return '*'
  const answer = decodeBase64(base64)
  if (answer === null) return hidden
  switch (holding) {
    case 'user':
      return shownUser(answer.toString('utf8'))
    case 'password':
      return '[password hidden]'
    case 'user and password':
      return shownPlain(answer)
    case 'user and digest':
      return shownDigest(answer.toString('utf8'))
    case 'scram':
      return shownScram(answer.toString('utf8'))
    case 'token':
      return answer.length === 0 ? '' : '[token hidden]'
  }
}

/** Text with a control in it is no name: it may be a whole PLAIN answer that was sent as the user. */
const shownUser = (user: string): string => (readable(user) === user ? `[user: ${user}]` : hidden)

function shownPlain(answer: Buffer): string {
  const parts = splitPlain(answer)
  if (parts === null) return hidden
  const other = parts.authorizeAs === '' ? '' : ` as ${readable(parts.authorizeAs)}`
  return `[${readable(parts.user)}${other}, password hidden]`
}

/** With the challenge beside it, a weak password could be guessed from the digest. */
function shownDigest(text: string): string {
  const space = text.lastIndexOf(' ')
  return space === -1 ? hidden : `[${readable(text.slice(0, space))}, digest hidden]`
}

/** Names and nonces are no secret; from a proof a weak password could be guessed. Anything else is hidden whole. */
function shownScram(text: string): string {
  if (text === '') return ''
  const attributes = /^(?:[nyp][^,]*,[^,]*,n=[^,]+,r=[^,]+|(c=[^,]*,r=[^,]*),p=.*)$/s.exec(text)
  if (attributes === null) return hidden
  const [, withoutProof] = attributes
  return `[${readable(withoutProof === undefined ? text : `${withoutProof}, proof hidden`)}]`
}

const readable = (text: string): string => text.replace(/[\x00-\x1f\x7f-\x9f]/g, '\ufffd')
