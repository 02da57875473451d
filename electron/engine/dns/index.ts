// Names: addresses of hosts, and the hosts that take mail for a domain.
export { type MxHost, type MxRoute, mxRoute, type RouteTools } from './mx-route.ts'
export type { HostAddress, MxRecord, Resolver } from './resolver.ts'
export { type ResolverOptions, systemResolver } from './system-resolver.ts'
