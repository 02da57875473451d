// What the diagnosis must say of the TLS of Postfix, which is OpenSSL, place by place.
import type { Row } from '../diagnose-place.ts'
import type { PostfixPlace } from '../postfix-places.ts'

const standard = { scanProfile: 'standard' } as const
const full = { scanProfile: 'full' } as const

export const postfixTlsRows: readonly Row<PostfixPlace>[] = [
  [
    'ofToday',
    'submission',
    {
      ...{ 'TLS-V1': 'pass', 'TLS-V2': 'pass', 'TLS-V3': 'pass', 'TLS-V4': 'pass', 'TLS-V5': 'pass', 'TLS-V6': 'pass' },
      ...{ 'TLS-V7': 'pass', 'TLS-V8': 'pass', 'TLS-V9': 'pass', 'TLS-C1': 'pass', 'TLS-C2': 'pass', 'TLS-C3': 'pass' },
      ...{ 'TLS-C4': 'pass', 'TLS-C5': 'pass', 'TLS-C6': 'pass', 'TLS-C7': 'pass', 'TLS-C8': 'pass', 'TLS-C9': 'pass' },
      ...{
        'TLS-C10': 'pass',
        'TLS-C11': 'pass',
        'TLS-K3': 'pass',
        'TLS-K4': 'info',
        'TLS-X1': 'pass',
        'TLS-X2': 'pass',
      },
      ...{ 'TLS-X3': 'pass', 'TLS-X4': 'pass', 'TLS-X5': 'pass', 'TLS-X6': 'pass', 'TLS-X7': 'pass', 'TLS-X8': 'pass' },
      ...{
        'TLS-X9': 'pass',
        'TLS-X10': 'info',
        'TLS-X11': 'pass',
        'TLS-X13': 'pass',
        'TLS-S1': 'pass',
        'TLS-S2': 'pass',
      },
      ...{ 'TLS-S3': 'pass', 'TLS-S4': 'pass', 'TLS-S5': 'pass', 'TLS-S6': 'pass', 'TLS-S7': 'pass', 'TLS-S8': 'pass' },
      ...{ 'TLS-S9': 'pass', 'TLS-D1': 'info' },
    },
    full,
  ],
  ['plain', 'mx', { 'TLS-V3': 'warn', 'TLS-V4': 'warn', 'TLS-C2': 'warn', 'TLS-C11': 'info' }],
  ['plain', 'submission', { 'TLS-V3': 'fail', 'TLS-V4': 'fail', 'TLS-C2': 'fail', 'TLS-C9': 'warn' }, standard],
  ['onlyTls13', 'mx', { 'TLS-V1': 'pass', 'TLS-V2': 'warn', 'TLS-D1': 'pass' }],
  ['withoutSecrets', 'mx', { 'TLS-V1': 'warn', 'TLS-C1': 'fail', 'TLS-C2': 'warn' }],
  ['fixedKeys', 'submission', { 'TLS-C7': 'fail', 'TLS-C8': 'warn' }],
  ['largeCurve', 'mx', { 'TLS-K3': 'warn' }, standard],
  ['askingForCertificates', 'mx', { 'TLS-S6': 'info' }],
  ['withoutSessions', 'mx', { 'TLS-S4': 'info', 'TLS-K5': 'warn' }, full],
  ['expired', 'submission', { 'TLS-X4': 'fail', 'TLS-X5': 'pass' }, { level: 1 }],
  ['notYet', 'submission', { 'TLS-X4': 'pass', 'TLS-X5': 'fail' }, { level: 1 }],
  ['otherName', 'submission', { 'TLS-X3': 'fail' }, { level: 1 }],
  ['otherName', 'mx', { 'TLS-X3': 'warn' }, { level: 1 }],
  ['selfSigned', 'submission', { 'TLS-X2': 'fail' }, { level: 1 }],
  ['selfSigned', 'mx', { 'TLS-X2': 'warn' }, { level: 1 }],
  ['halfChain', 'submission', { 'TLS-X1': 'fail', 'TLS-X2': 'fail' }, { level: 1 }],
  ['withRoot', 'submission', { 'TLS-X1': 'warn', 'TLS-X2': 'pass' }, { level: 1 }],
  ['forClients', 'submission', { 'TLS-X8': 'fail' }],
  ['twoCertificates', 'mx', { 'TLS-K1': 'pass', 'TLS-K2': 'pass', 'TLS-X8': 'warn', 'TLS-X12': 'warn' }, standard],
]
