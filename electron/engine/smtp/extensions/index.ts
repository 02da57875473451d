// Every extension that the conversation consults, in the order in which their parameters stand on MAIL and RCPT.
import { authParameter } from './auth-parameter.ts'
import { binaryMime } from './binary-mime.ts'
import { chunking } from './chunking.ts'
import { deliverBy } from './deliver-by.ts'
import { dsn } from './dsn.ts'
import { eightBitMime } from './eight-bit-mime.ts'
import type { Extension } from './extension.ts'
import { futureRelease } from './future-release.ts'
import { limits } from './limits.ts'
import { mtPriority } from './mt-priority.ts'
import { noSoliciting } from './no-soliciting.ts'
import { pipelining } from './pipelining.ts'
import { prdr } from './prdr.ts'
import { requireTls } from './require-tls.ts'
import { size } from './size.ts'
import { smtpUtf8 } from './smtp-utf8.ts'
import { xclient, xforward } from './xclient.ts'

export const extensions: readonly Extension[] = [
  size,
  eightBitMime,
  binaryMime,
  smtpUtf8,
  dsn,
  deliverBy,
  futureRelease,
  mtPriority,
  requireTls,
  authParameter,
  noSoliciting,
  prdr,
  chunking,
  pipelining,
  limits,
  xclient,
  xforward,
]
