// Every limit of a session, with its reason.

const second = 1000
const minute = 60 * second

export const limits = {
  /** RFC 1870: declared at EHLO, enforced as a mail streams in. Octets, dot-stuffing undone. */
  mailSize: 64 * 1024 * 1024,
  /** Of each mail, as it stood on the wire, for those who look at that. */
  heardSize: 16 * 1024,
  /** What a refused mail may still send before its end; after that the session ends. */
  refusedSize: 64 * 1024 * 1024,
  /** RFC 5321 §4.5.3.1.4 asks for 512 at least; extensions add to it. Line ending included. */
  commandLine: 4096,
  /** RFC 4954 §4: the longest line of a login. */
  loginLine: 12288,
  /** RFC 5321 §4.5.3.1.8 asks for 100 at least. */
  recipients: 1000,
  /** A client that goes on not speaking SMTP is a port scanner or a browser. */
  mistakes: 20,
  /** More sessions at once are greeted with 421, so that a loop in a client cannot exhaust this machine. */
  sessions: 250,
  /** RFC 5321 §4.5.3.2.7: a server waits 5 minutes for a command. */
  commandTime: 5 * minute,
  /** RFC 5321 §4.5.3.2.5 gives the client 3 minutes a block; the same patience back. */
  blockTime: 3 * minute,
  /** A whole mail, however slowly it trickles. */
  contentTime: 60 * minute,
  handshakeTime: 30 * second,
  /** A client that does not read our replies. */
  writeTime: minute,
  /** How long a finished session waits for the client to close its half. */
  farewellTime: 2 * second,
} as const

export type Limits = { readonly [name in keyof typeof limits]: number }
