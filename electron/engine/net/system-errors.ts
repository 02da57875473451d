// What the operating system says about a connection, as a kind of failure.
import type { FailureKind } from '#shared/values/failure.ts'

export function failureKindOf(error: unknown): FailureKind {
  return kinds[errorCode(error)] ?? 'connection-lost'
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const kinds: Readonly<Record<string, FailureKind>> = {
  ECONNREFUSED: 'connection-refused',
  ETIMEDOUT: 'connection-timed-out',
  EHOSTUNREACH: 'host-unreachable',
  ENETUNREACH: 'host-unreachable',
  EHOSTDOWN: 'host-unreachable',
  ENETDOWN: 'host-unreachable',
  EADDRNOTAVAIL: 'host-unreachable',
  EAFNOSUPPORT: 'host-unreachable',
  EINVAL: 'host-unreachable',
  EACCES: 'connection-forbidden',
  EPERM: 'connection-forbidden',
}
