// What the diagnosis must say of Exim, OpenSMTPD, Dovecot, and the fault injector of Postfix.
import type { Exim } from '../../peers/exim.ts'
import type { OpenSmtpd } from '../../peers/opensmtpd.ts'
import type { Row } from '../diagnose-place.ts'

export const eximRows: readonly Row<keyof Exim['ports']>[] = [
  ['lax', 'mx', { 'ROB-07': 'pass', 'ROB-12': 'pass', 'ROB-17': 'pass' }, { level: 3 }],
  [
    'mx',
    'mx',
    {
      ...{ 'EHL-07': 'info', 'EHL-11': 'warn', 'EHL-12': 'pass', 'EHL-21': 'warn', 'EHL-22': 'pass', 'STL-02': 'pass' },
      ...{ 'AUT-02': 'info', 'AUT-16': 'warn', 'RCH-04': 'pass', 'RCH-05': 'pass' },
    },
    { level: 1, alsoAt: '::1' },
  ],
  [
    'mx',
    'mx',
    { 'EHL-17': 'pass', 'STL-06': 'pass', 'STL-08': 'pass', 'STL-10': 'pass', 'POL-12': 'warn', 'ROB-01': 'pass' },
  ],
  ['mx', 'mx', { 'POL-02': 'fail', 'POL-04': 'indeterminate', 'POL-05': 'info', 'REL-01': 'warn' }],
  ['open', 'submission', { 'AUT-01': 'fail', 'STL-05': 'fail' }],
  [
    'mx',
    'submission',
    {
      ...{ 'AUT-03': 'pass', 'AUT-04': 'pass', 'AUT-05': 'pass', 'AUT-06': 'pass', 'AUT-09': 'pass', 'AUT-11': 'pass' },
      ...{ 'AUT-13': 'pass' },
    },
    { level: 3, isAna: true },
  ],
  ['brokenKey', 'mx', { 'STL-02': 'fail', 'TLS-V1': 'indeterminate' }, { level: 1 }],
  [
    'mx',
    'mx',
    { 'TLS-V8': 'pass', 'TLS-C2': 'pass', 'TLS-C5': 'pass', 'TLS-C6': 'pass', 'TLS-X9': 'info', 'TLS-S1': 'pass' },
  ],
  ['lax', 'mx', { 'TLS-V4': 'warn', 'TLS-C5': 'warn', 'TLS-C6': 'warn', 'TLS-D1': 'fail' }],
  ['lax', 'submission', { 'TLS-V4': 'fail', 'TLS-C5': 'fail', 'TLS-C6': 'fail' }],
  ['lax', 'mx', { 'POL-04': 'pass', 'POL-06': 'fail', 'POL-07': 'pass' }],
]

export const openSmtpdRows: readonly Row<keyof OpenSmtpd['ports']>[] = [
  [
    'mx',
    'mx',
    {
      ...{ 'RCH-04': 'pass', 'EHL-09': 'warn', 'EHL-11': 'warn', 'EHL-21': 'info', 'EHL-22': 'pass', 'STL-02': 'pass' },
    },
    { level: 1, alsoAt: '::1' },
  ],
  [
    'mx',
    'mx',
    { 'EHL-10': 'warn', 'STL-06': 'pass', 'POL-02': 'fail', 'POL-12': 'warn', 'ROB-02': 'warn', 'ROB-03': 'pass' },
  ],
  ['submission', 'submission', { 'STL-05': 'pass', 'AUT-01': 'pass', 'AUT-11': 'pass' }],
]

/** Its TLS breaks off in each handshake. */
export const oldOpenSmtpdRows: readonly Row<keyof OpenSmtpd['ports']>[] = [
  ['mx', 'mx', { 'STL-02': 'fail', 'TLS-X1': 'indeterminate' }, { level: 1 }],
]

export const dovecotRows: readonly Row<'submission' | 'submissions'>[] = [
  // To who has its own address it offers passwords in the clear, whatever is configured.
  ['submission', 'submission', { 'AUT-01': 'fail', 'STL-05': 'fail', 'EHL-09': 'warn' }],
  ['submission', 'submission', { 'AUT-01': 'pass', 'STL-05': 'pass', 'EHL-12': 'pass' }, { from: '127.0.0.2' }],
  [
    'submission',
    'submission',
    { 'STL-06': 'pass', 'AUT-05': 'pass', 'AUT-10': 'warn', 'AUT-11': 'pass', 'ROB-13': 'warn' },
  ],
  ['submissions', 'submissions', { 'EHL-22': 'pass', 'AUT-02': 'pass', 'AUT-09': 'pass' }, { level: 3, isAna: true }],
  ['submissions', 'submission', { 'RCH-07': 'fail' }, { level: 1 }],
]

/** By the flags of smtp-sink. */
export const sinkRows: readonly Row<string>[] = [
  [
    '',
    'mx',
    { 'EHL-05': 'warn', 'EHL-08': 'fail', 'EHL-19': 'warn', 'STL-01': 'fail', 'AUT-01': 'fail', 'AUT-16': 'pass' },
    { level: 1 },
  ],
  ['', 'mx', { 'RCH-04': 'fail' }, { level: 1, alsoAt: '::1' }],
  ['', 'mx', { 'EHL-17': 'warn', 'POL-01': 'fail', 'POL-06': 'warn', 'POL-12': 'fail', 'REL-01': 'fail' }],
  ['', 'submission', { 'AUT-05': 'fail', 'AUT-06': 'fail', 'AUT-11': 'fail' }, { level: 3 }],
  ['-P', 'mx', { 'RCH-09': 'fail', 'EHL-01': 'warn', 'EHL-03': 'fail', 'EHL-04': 'warn' }, { level: 1 }],
  ['-e', 'mx', { 'EHL-03': 'fail', 'EHL-04': 'warn', 'EHL-16': 'fail' }],
  ['-f EHLO,HELO', 'mx', { 'EHL-03': 'fail', 'EHL-04': 'fail' }, { level: 1 }],
  ['-f CONNECT', 'mx', { 'RCH-08': 'fail' }, { level: 1 }],
  ['-Q CONNECT', 'mx', { 'RCH-08': 'warn', 'RCH-14': 'indeterminate' }, { level: 1 }],
  ['-q .', 'mx', { 'ROB-17': 'fail' }, { level: 3, tools: { replyTimeout: 2 } }],
]
