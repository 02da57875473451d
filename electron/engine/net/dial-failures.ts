// Why none of a host's addresses could be connected with.
import { ipFamily } from '#shared/address/index.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import { type SmtpError, smtpError } from '../smtp-error.ts'
import type { DialTarget } from './dial.ts'
import { errorCode, failureKindOf } from './system-errors.ts'

/** What says most when attempts failed in different ways: an answer from the host counts more than no route to it. */
const tellingFirst: readonly FailureKind[] = [
  'local-address-unusable',
  'connection-refused',
  'connection-forbidden',
  'connection-timed-out',
]

export function allFailed(target: DialTarget, errors: readonly unknown[]): SmtpError {
  const kinds = errors.map((error) => kindOf(error, target))
  const kind = tellingFirst.find((one) => kinds.includes(one)) ?? kinds[0] ?? 'host-unreachable'
  const cause = errors[kinds.indexOf(kind)]
  const reason = errorCode(cause)
  if (kind === 'local-address-unusable') return unusable(target, bindReasons[reason] ?? reason, cause)
  return smtpError(kind, 'connect', `No connection to ${place(target)}: ${reason}.`, {
    facts: { ...targetFacts(target), reason },
    cause,
  })
}

/** There is nothing that could be tried from the chosen address. */
export function noneOfItsFamily(target: DialTarget): SmtpError {
  const family = ipFamily(target.localAddress ?? '')
  return unusable(target, `${target.host} has no IPv${family} address`)
}

export function timedOut(target: DialTarget, seconds: number): SmtpError {
  return smtpError('connection-timed-out', 'connect', `${place(target)} did not answer within ${seconds} seconds.`, {
    facts: { ...targetFacts(target), seconds: String(seconds) },
  })
}

export const stopped = (target: DialTarget): SmtpError =>
  smtpError('stopped', 'connect', `Stopped while connecting to ${place(target)}.`, { facts: targetFacts(target) })

/** The system refuses the local address itself when it binds to it; from a loopback address it refuses the way out (EINVAL). */
function kindOf(error: unknown, { localAddress = null }: DialTarget): FailureKind {
  const isBinding = error instanceof Error && 'syscall' in error && error.syscall === 'bind'
  const isBound = localAddress !== null && (isBinding || errorCode(error) === 'EINVAL')
  return isBound ? 'local-address-unusable' : failureKindOf(error)
}

const bindReasons: Readonly<Record<string, string>> = {
  EADDRNOTAVAIL: 'this computer has no such address',
  EINVAL: 'no way leads from it to the server',
}

function unusable(target: DialTarget, reason: string, cause?: unknown): SmtpError {
  const { host, port, localAddress } = target
  return smtpError('local-address-unusable', 'connect', `Nothing can go out from ${localAddress}: ${reason}.`, {
    facts: { host, port: String(port), ip: localAddress ?? undefined, reason },
    cause,
  })
}

const place = ({ host, port, addresses }: DialTarget): string =>
  `${host} port ${port} (${addresses.map(({ address }) => address).join(', ')})`

const targetFacts = ({ host, port, addresses }: DialTarget) => ({
  host,
  port: String(port),
  ip: addresses.map(({ address }) => address).join(', '),
})
