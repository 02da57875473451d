// Names: addresses of hosts, and the hosts that take mail for a domain.
export { type MxHost, type MxRoute, mxRoute } from './mx-route.ts'
export type { HostAddress, Resolver } from './resolver.ts'
export { systemResolver } from './system-resolver.ts'
