// Whether a server says goodbye inside TLS (close_notify) before it hangs up at QUIT: else nobody can tell its end from one that
// somebody on the way has made (RFC 8446 §6.1). The library does not show alerts, so the records are watched beneath it.
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { connect } from 'node:tls'
import type { ScanOutcome } from '#shared/values/tls-scan-terms.ts'
import { askedName } from './hello.ts'
import { happensInTime } from './in-time.ts'
import { contentType, createRecordSplitter, type TlsRecord } from './wire/records.ts'

export type FarewellWish = {
  /** To ask for; null for none. */
  readonly name: string | null
  /** Whether the server speaks first inside TLS. */
  readonly greets: boolean
  readonly seconds: number
  readonly signal: AbortSignal
}

/** `unclear`: no handshake, or it did not hang up in time. */
export async function farewellOf(raw: Socket, { name, greets, seconds, signal }: FarewellWish): Promise<ScanOutcome> {
  const watched = watch(raw)
  const asked = askedName(name)
  const socket = connect({
    socket: watched.channel,
    rejectUnauthorized: false,
    ...(asked === null ? {} : { servername: asked }),
  })
  const quit = () => {
    watched.begin()
    socket.write('QUIT\r\n')
  }
  socket.once('secureConnect', () => (greets ? socket.once('data', quit) : quit()))
  const isClosed = await happensInTime({ seconds, signal }, (happened) => {
    raw.once('end', happened).once('close', happened)
    socket.on('error', () => {}).resume()
  })
  const isTls13 = socket.getProtocol() === 'TLSv1.3'
  socket.destroy()
  raw.destroy()
  const last = watched.records()
  if (!isClosed || last === null) return 'unclear'
  return last.some((record) => isAlert(record, isTls13)) ? 'yes' : 'no'
}

/** TLS 1.3 hides its alerts; two octets, their type and 16 of proof are no reply (RFC 8446 §5.2). */
const sealedAlert = 2 + 1 + 16

const isAlert = ({ type, fragment }: TlsRecord, isTls13: boolean): boolean =>
  isTls13 ? type === contentType.applicationData && fragment.length === sealedAlert : type === contentType.alert

/** Hands octets to and fro; from `begin` on it keeps the records that come. Null as long as it was not begun. */
function watch(raw: Socket) {
  const splitter = createRecordSplitter()
  let kept: TlsRecord[] | null = null
  const channel = new Duplex({
    read: () => raw.resume(),
    write: (octets: Buffer, _encoding, done) => raw.write(octets, () => done()),
    final: (done) => raw.end(done),
    destroy: (_error, done) => done(null),
  })
  raw.on('data', (octets: Buffer) => {
    splitter.push(octets)
    for (let step = splitter.next(); step.kind === 'record'; step = splitter.next()) kept?.push(step.record)
    if (!channel.push(octets)) raw.pause()
  })
  raw.on('end', () => channel.push(null))
  raw.on('error', () => channel.destroy())
  return {
    channel,
    begin() {
      kept ??= []
    },
    records: () => kept,
  }
}
