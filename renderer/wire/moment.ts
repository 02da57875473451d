// A moment as the wire has it (RFC 3339), and as the field for it does: in local time, to the minute.

/** Empty when it is none. */
export function localMoment(moment: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return ''
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** In UTC; empty when it is none. */
export function wireMoment(local: string): string {
  const date = new Date(local)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** So many seconds after `now`, in milliseconds since 1970, at a full minute. */
export const momentAfter = (seconds: number, now: number): string =>
  wireMoment(localMoment(new Date(now + seconds * 1000).toISOString()))
