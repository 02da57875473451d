// What a person has to say before a diagnosis goes far: nothing on this computer, a word for many connections, a tick for more.

import type { Level } from '#shared/values/diagnosis.ts'
import { isLoopbackHost } from '#shared/values/ports.ts'
import type { ProfileState } from '#shared/values/profile.ts'

export type Consent = 'none' | 'ask' | 'tick'

type Aim = {
  readonly target: string
  /** The profile that is meant instead of the target. */
  readonly profile: Pick<ProfileState, 'host' | 'connection'> | null
}

export function consentFor(level: Level, aim: Aim): Consent {
  if (level < 2 || isHere(aim)) return 'none'
  return level === 2 ? 'ask' : 'tick'
}

/** Behind a proxy, 127.0.0.1 is another computer. */
export function isHere({ target, profile }: Aim): boolean {
  if (profile !== null) return profile.connection.proxy === null && isLoopbackHost(profile.host)
  return isLoopbackHost(hostOf(target.trim()))
}

/** Without the port behind it: an IPv6 address has more than one colon, or brackets. */
const hostOf = (target: string): string => /^(\[[^\]]*\]|[^:]*):\d{1,5}$/.exec(target)?.[1] ?? target
