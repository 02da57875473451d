// What the diagnosis must say of TLS libraries that have, or lack, what OpenSSL has not.
import type { Row } from '../diagnose-place.ts'
import type { OpensslPlace } from '../openssl-places.ts'

const standard = { scanProfile: 'standard' } as const
/** They speak no SMTP inside TLS, so that no answer comes. */
const quiet = { tools: { replyTimeout: 3 } }

export const javaRows: readonly Row<'java'>[] = [
  [
    'java',
    'submissions',
    {
      ...{ 'TLS-V5': 'fail', 'TLS-V6': 'pass', 'TLS-V8': 'pass', 'TLS-V9': 'warn', 'TLS-C1': 'fail', 'TLS-C3': 'fail' },
      ...{
        'TLS-C4': 'fail',
        'TLS-C7': 'warn',
        'TLS-C9': 'pass',
        'TLS-C10': 'pass',
        'TLS-K1': 'fail',
        'TLS-K2': 'fail',
      },
      ...{ 'TLS-S2': 'warn', 'TLS-S3': 'warn', 'TLS-X12': 'pass', 'TLS-D1': 'fail' },
    },
    standard,
  ],
]

/** Of TLS 1.2 alone, without secure renegotiation, and asking for a certificate. */
export const gnutlsRows: readonly Row<'gnutls'>[] = [
  [
    'gnutls',
    'submission',
    {
      ...{
        'TLS-V1': 'warn',
        'TLS-V2': 'pass',
        'TLS-V7': 'pass',
        'TLS-K5': 'warn',
        'TLS-X13': 'warn',
        'TLS-S1': 'fail',
      },
      ...{ 'TLS-S2': 'pass', 'TLS-S6': 'info', 'TLS-S7': 'pass', 'TLS-S8': 'pass' },
    },
    { ...quiet, scanProfile: 'full' },
  ],
]

export const nssRows: readonly Row<'nss'>[] = [
  [
    'nss',
    'submission',
    { 'TLS-V5': 'fail', 'TLS-V8': 'pass', 'TLS-C5': 'fail', 'TLS-C6': 'fail', 'TLS-S3': 'warn' },
    { ...quiet, ...standard },
  ],
]

/** By what s_server of OpenSSL is told. */
export const opensslRows: readonly Row<OpensslPlace>[] = [
  ['stapling', 'submission', { 'TLS-X10': 'pass', 'TLS-K5': 'pass' }, { ...quiet, scanProfile: 'full' }],
  ['revoked', 'submission', { 'TLS-X10': 'fail' }, quiet],
  ['byName', 'submission', { 'TLS-X11': 'warn' }, quiet],
  ['early', 'submission', { 'TLS-S5': 'fail' }, { ...quiet, scanProfile: 'full' }],
  ['weakKey', 'submission', { 'TLS-X6': 'fail', 'TLS-X7': 'fail' }, quiet],
]
