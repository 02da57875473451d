// Sockets, deadlines, TLS and the tap: what the rooms above use of this one.
export { normalisedPin, readPem, toCertificate } from './certificate.ts'
export { type ConnectTarget, connect, type Lookup } from './connect.ts'
export {
  Connection,
  type ConnectionTools,
  type Deadline,
  deadlineIn,
  type Peer,
  type TlsOutcome,
} from './connection.ts'
export { type DialAddress, dial } from './dial.ts'
export { type ForeignProtocol, protocolNames, recogniseProtocol } from './foreign-protocols.ts'
export type { TlsWish } from './handshake.ts'
export { createLineSplitter, type Line, type LineSplitter, maxLineLength } from './line-splitter.ts'
export { probeProtocol } from './protocol-probe.ts'
export { errorCode } from './system-errors.ts'
export { type Clock, createTap, type Recorder, type Recording, systemClock, type Tap } from './tap.ts'
export type { CertificateFault } from './trust.ts'
