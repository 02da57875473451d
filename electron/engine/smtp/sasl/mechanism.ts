// What every SASL mechanism is (RFC 4422): responses to challenges, without a wire, and with shown texts that hide secrets.
import type { Binding } from './channel-binding.ts'

export type Credentials = { readonly user: string; readonly secret: string }

/** All that a mechanism may know. */
export type LoginContext = Credentials & {
  /** The server as it was reached: some mechanisms sign it. */
  readonly host: string
  readonly port: number
  readonly binding: Binding
  /** Octets that nobody can guess. */
  readonly random: (length: number) => Buffer
  readonly now: () => Date
}

export type SaslResponse = {
  readonly octets: Buffer
  /** What the log shows in its place. */
  readonly shown: string
  /** Whether the octets give the secret away, or let it be guessed. */
  readonly isSecret: boolean
}

export type SaslStep =
  | {
      readonly kind: 'response'
      readonly response: SaslResponse
      /** What the challenge said, where that is worth reading. */
      readonly note: string | null
      /** Why the server refuses, in its words: its reply comes behind this response. */
      readonly refusal: string | null
      /** The next challenge is the server's proof: with it a weak password could be guessed, so that it is hidden too. */
      readonly isProofNext: boolean
    }
  /** The mechanism knows no such challenge: the exchange has to be cancelled, and the login with it. */
  | { readonly kind: 'unexpected'; readonly reason: string }
  /** Whoever answers is not, or does not see, who we think: cancelled, and nothing else is told to it. */
  | { readonly kind: 'distrusted'; readonly reason: string }
  /** The mechanism cannot be used here: cancelled as well, but another one may be tried. */
  | { readonly kind: 'unsuitable'; readonly reason: string }

export type SaslMechanism = {
  readonly name: string
  /** Sent with AUTH; null where the server speaks first. */
  readonly initial: SaslResponse | null
  /** The answer to challenge number `index`, counted from 0. */
  answer(challenge: Buffer, index: number): SaslStep | Promise<SaslStep>
  /** Why a success must not be believed yet, for the server has something to prove too; null when it has proved it. */
  doubt?(): string | null
}

export function hiddenResponse(text: string | Buffer, shown: string): SaslResponse {
  return { octets: Buffer.from(text), shown, isSecret: true }
}

export function openResponse(text: string, shown = text): SaslResponse {
  return { octets: Buffer.from(text, 'utf8'), shown, isSecret: false }
}

/** The empty line that acknowledges a challenge with nothing to answer in it. */
export const nothing: SaslResponse = openResponse('')

export function respond(response: SaslResponse, note: string | null = null): SaslStep {
  return { kind: 'response', response, note, refusal: null, isProofNext: false }
}

/** What has to be said before the server gives the reply that goes with its reason. */
export function respondToRefusal(response: SaslResponse, mechanism: string, reason: string): SaslStep {
  const note = `${mechanism} was refused: ${reason}`
  return { kind: 'response', response, note, refusal: reason, isProofNext: false }
}

export function respondAwaitingProof(response: SaslResponse, note: string | null = null): SaslStep {
  return { kind: 'response', response, note, refusal: null, isProofNext: true }
}

export function unexpected(reason: string): SaslStep {
  return { kind: 'unexpected', reason }
}

export function distrusted(reason: string): SaslStep {
  return { kind: 'distrusted', reason }
}

export function unsuitable(reason: string): SaslStep {
  return { kind: 'unsuitable', reason }
}

/** RFC 5802 §5.1, RFC 2831 §2.1.3: without the server's proof anyone could have answered. */
export const unproven = 'the server could not prove that it knows the password'
