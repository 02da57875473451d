// How long a session waits, in seconds.

export type TimeLimits = {
  readonly connect: number
  readonly greeting: number
  /** EHLO, STARTTLS and its handshake, AUTH, RSET and the like. */
  readonly command: number
  readonly mail: number
  readonly rcpt: number
  readonly data: number
  readonly block: number
  readonly dot: number
  /** QUIT is a courtesy: its reply changes nothing. */
  readonly quit: number
}

/** RFC 5321 §4.5.3.2, which names no limit for connecting, for commands in general, and for QUIT. */
const standard: TimeLimits = {
  connect: 60,
  greeting: 300,
  command: 300,
  mail: 300,
  rcpt: 300,
  data: 120,
  block: 180,
  dot: 600,
  quit: 2,
}

/** One limit for every reply, or those of the standard. */
export function timeLimits(replyTimeout: number | null): TimeLimits {
  if (replyTimeout === null) return standard
  const all = {
    greeting: replyTimeout,
    command: replyTimeout,
    mail: replyTimeout,
    rcpt: replyTimeout,
    data: replyTimeout,
  }
  return {
    ...all,
    connect: replyTimeout,
    block: replyTimeout,
    dot: replyTimeout,
    quit: Math.min(replyTimeout, standard.quit),
  }
}
