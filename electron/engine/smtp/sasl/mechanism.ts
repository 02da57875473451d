// What every SASL mechanism is (RFC 4422): responses to challenges, without a wire, and with shown texts that hide secrets.

export type Credentials = { readonly user: string; readonly secret: string }

export type SaslResponse = {
  readonly octets: Buffer
  /** What the log shows in its place. */
  readonly shown: string
  /** Whether the octets give the secret away, or let it be guessed. */
  readonly isSecret: boolean
}

export type SaslStep =
  /** `note`: what the challenge said, where that is worth reading. */
  | { readonly kind: 'response'; readonly response: SaslResponse; readonly note: string | null }
  /** The mechanism knows no such challenge: the exchange has to be cancelled. */
  | { readonly kind: 'unexpected'; readonly reason: string }

export type SaslMechanism = {
  readonly name: string
  /** Sent with AUTH; null where the server speaks first. */
  readonly initial: SaslResponse | null
  /** The answer to challenge number `index`, counted from 0. */
  answer(challenge: Buffer, index: number): SaslStep
}

export function hiddenResponse(text: string, shown: string): SaslResponse {
  return { octets: Buffer.from(text, 'utf8'), shown, isSecret: true }
}

export function respond(response: SaslResponse, note: string | null = null): SaslStep {
  return { kind: 'response', response, note }
}

export function unexpected(reason: string): SaslStep {
  return { kind: 'unexpected', reason }
}
