// The names a delivery asks for. An argument everywhere, so that tests answer from a small table.
import type { DnsAnswer, DnsClient } from './client.ts'

export type { DnsAnswer }
export type HostAddress = { readonly address: string; readonly family: 4 | 6 }

export type Resolver = {
  /**
   * A and AAAA; a literal address answers itself. Empty never: a name that does not exist or has no address throws
   * `host-not-found`.
   */
  addresses(host: string, signal: AbortSignal): Promise<readonly HostAddress[]>
  /** One question, answered by DNS itself: no hosts file, no search domains. Throws only where nobody answers. */
  readonly ask: DnsClient
}
