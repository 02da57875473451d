// What one polite session with one endpoint showed: plain values, from which every check of a session is derived.
import { placeName } from '#shared/address/index.ts'
import type { Capability } from '#shared/values/capability.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { TlsDetail } from '#shared/values/tls.ts'
import type { Entry } from '#shared/values/transcript.ts'
import type { HostAddress } from '../dns/index.ts'
import type { Phase } from './phases.ts'

/** `mx`: takes mail for its domains on port 25. `submission`: takes mail from people who log in. */
export type Role = 'mx' | 'submission'

export type Endpoint = {
  readonly host: string
  readonly port: number
  /** One of the addresses of the host, where it has several and each is looked at; null for whichever answers. */
  readonly address: HostAddress | null
  readonly role: Role
  /** How the session begins: `starttls` in plain text, encrypted where that is offered and never insisted on. */
  readonly security: 'starttls' | 'tls'
  /** Whether a person said so (a profile); a guess from the port may be wrong without anything being wrong. */
  readonly isSecurityChosen: boolean
  /** One of several usual ports that need not be open. */
  readonly isOptional: boolean
  /** Name that the certificate should cover. */
  readonly certificateName: string
}

export type Observed = {
  readonly endpoint: Endpoint
  /** Id of the transcript, and all its entries. */
  readonly session: string
  readonly entries: readonly Entry[]
  /** The address that answered; empty when none did. */
  readonly address: string
  /** The text of the greeting, or null when there was none. */
  readonly greeting: string | null
  readonly beforeTls: readonly Capability[] | null
  readonly afterTls: readonly Capability[] | null
  readonly tls: TlsDetail | null
  /** Why the session ended early, or null when it went through to QUIT. */
  readonly failure: Failure | null
  /** An attempt before this one that found the other kind of security on this port. */
  readonly detour: Detour | null
  readonly durationMs: number
  readonly phases: readonly Phase[]
  /** This computer knows no way to the address, so that nothing was learnt about the server. */
  readonly lacksRoute?: boolean
  /** For dates of certificates. */
  readonly now: Date
}

export type Detour = { readonly failure: Failure; readonly session: string; readonly entries: readonly Entry[] }

/** `mx.example.com:25`, with the address behind it where the host has several. */
export function endpointName({ host, port, address }: EndpointPlace): string {
  const place = placeName({ host, port })
  return address ? `${place} (${address.address})` : place
}

type EndpointPlace = Pick<Endpoint, 'host' | 'port'> & Partial<Pick<Endpoint, 'address'>>
