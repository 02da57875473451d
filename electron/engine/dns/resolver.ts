// The names a delivery asks for. An argument everywhere, so that tests answer from a small table.

export type MxRecord = { readonly exchange: string; readonly preference: number }
export type HostAddress = { readonly address: string; readonly family: 4 | 6 }

/** Every answer is a list; a name that does not exist or does not answer throws an error carrying a Failure. */
export type Resolver = {
  /** A and AAAA; a literal address answers itself. Empty never: `host-not-found` instead. */
  addresses(host: string, signal: AbortSignal): Promise<readonly HostAddress[]>
  /** MX records as published, unsorted; empty when the domain exists and has none. */
  mx(domain: string, signal: AbortSignal): Promise<readonly MxRecord[]>
}
