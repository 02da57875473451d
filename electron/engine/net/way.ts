// The way to a server: straight or through a proxy, from any address of this computer or from a chosen one. Plain data.
import type { ConnectionChoice, ProxyChoice } from '#shared/values/connection.ts'

/** Its secret is null where it asks for no login. */
export type ProxyAccess = ProxyChoice & { readonly secret: string | null }

export type Way = {
  readonly proxy: ProxyAccess | null
  /** An IP address of this computer; null leaves it to the system. */
  readonly localAddress: string | null
}

export const straight: Way = { proxy: null, localAddress: null }

export const wayOf = ({ proxy, localAddress }: ConnectionChoice, proxySecret: string | null): Way => ({
  proxy: proxy === null ? null : { ...proxy, secret: proxy.user === null ? null : proxySecret },
  localAddress,
})
