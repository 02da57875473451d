// Wrong logins, counted over all sessions.

export type Lockout = {
  count(): void
  /** Whether there were more than `borne` of them. */
  isShut(borne: number): boolean
}

export function createLockout(): Lockout {
  let wrong = 0
  return {
    count() {
      wrong += 1
    },
    isShut: (borne) => wrong > borne,
  }
}
