// What the diagnosis must say of the SMTP of Postfix, place by place.
import type { Row } from '../diagnose-place.ts'
import type { PostfixPlace } from '../postfix-places.ts'

const nobodyAnswers = { replyTimeout: 5 }

export const postfixRows: readonly Row<PostfixPlace>[] = [
  // Long ones first: what nobody takes for an end is waited for.
  ['ofToday', 'mx', { 'ROB-07': 'pass', 'ROB-09': 'pass', 'ROB-12': 'pass', 'ROB-17': 'pass' }, { level: 3 }],
  ['plain', 'mx', { 'ROB-07': 'fail', 'ROB-05': 'indeterminate', 'POL-10': 'pass' }, { level: 3 }],
  ['fewRecipients', 'mx', { 'POL-10': 'warn' }, { level: 3, tools: nobodyAnswers }],
  [
    'plain',
    'mx',
    {
      ...{ 'RCH-01': 'pass', 'RCH-07': 'pass', 'RCH-08': 'pass', 'RCH-09': 'pass', 'RCH-14': 'pass' },
      ...{ 'EHL-01': 'pass', 'EHL-03': 'pass', 'EHL-05': 'pass', 'EHL-06': 'pass', 'EHL-07': 'pass', 'EHL-08': 'pass' },
      ...{ 'EHL-09': 'pass', 'EHL-11': 'pass', 'EHL-13': 'pass', 'EHL-14': 'pass', 'EHL-18': 'pass', 'EHL-19': 'pass' },
      ...{ 'STL-01': 'pass', 'STL-02': 'pass', 'STL-07': 'pass', 'AUT-01': 'pass', 'AUT-02': 'pass' },
      ...{ 'EHL-12': 'pass', 'EHL-21': 'info', 'EHL-22': 'warn' },
    },
    { level: 1 },
  ],
  ['plain', 'mx', { 'EHL-10': 'pass', 'EHL-16': 'pass', 'EHL-17': 'pass', 'EHL-20': 'pass' }],
  [
    'plain',
    'mx',
    { 'STL-04': 'pass', 'STL-06': 'pass', 'STL-08': 'pass', 'STL-09': 'info', 'STL-10': 'pass', 'STL-13': 'pass' },
  ],
  [
    'plain',
    'mx',
    {
      ...{ 'POL-01': 'pass', 'POL-02': 'pass', 'POL-03': 'fail', 'POL-04': 'pass', 'POL-05': 'pass', 'POL-06': 'fail' },
      ...{ 'POL-07': 'pass', 'POL-08': 'pass', 'POL-09': 'warn', 'POL-11': 'info', 'POL-12': 'pass', 'REL-01': 'pass' },
    },
  ],
  [
    'plain',
    'mx',
    {
      ...{ 'ROB-01': 'pass', 'ROB-03': 'warn', 'ROB-04': 'pass', 'ROB-11': 'pass', 'ROB-13': 'pass', 'ROB-14': 'pass' },
      ...{ 'ROB-15': 'pass', 'ROB-16': 'pass' },
    },
  ],
  ['ofToday', 'mx', { 'ROB-01': 'pass', 'ROB-03': 'pass' }],
  ['ofToday', 'mx', { 'POL-06': 'pass' }],
  ['withoutTls', 'mx', { 'STL-01': 'fail', 'STL-03': 'pass' }],
  ['insisting', 'mx', { 'STL-04': 'warn' }],
  ['slowGreeting', 'mx', { 'RCH-06': 'warn' }, { level: 1 }],
  ['refusing', 'mx', { 'RCH-08': 'fail' }, { level: 1 }],
  ['limited', 'mx', { 'RCH-14': 'warn', 'EHL-20': 'indeterminate' }],
  ['smallMails', 'mx', { 'EHL-09': 'warn', 'EHL-10': 'pass' }],
  ['bare', 'mx', { 'EHL-11': 'warn', 'ROB-02': 'pass', 'ROB-11': 'warn', 'ROB-13': 'warn' }],
  ['badGreeting', 'mx', { 'EHL-21': 'pass' }, { level: 1 }],
  ['trusting', 'mx', { 'EHL-08': 'fail' }, { level: 1 }],
  ['openRelay', 'mx', { 'REL-01': 'fail' }],
  ['takesAll', 'mx', { 'POL-01': 'fail', 'POL-03': 'pass' }],
  ['withoutBounces', 'mx', { 'POL-04': 'fail' }],
  ['doubting', 'mx', { 'POL-09': 'pass' }],
  ['greylisting', 'mx', { 'POL-01': 'indeterminate', 'POL-02': 'indeterminate', 'POL-08': 'warn', 'REL-01': 'warn' }],
  ['impatient', 'mx', { 'ROB-16': 'fail' }],
  ['loginInClear', 'submission', { 'AUT-01': 'fail', 'AUT-16': 'warn', 'STL-05': 'fail' }],
  [
    'submission',
    'submission',
    {
      ...{ 'AUT-01': 'pass', 'AUT-02': 'pass', 'AUT-03': 'pass', 'AUT-04': 'warn', 'AUT-05': 'warn', 'AUT-10': 'pass' },
      ...{ 'AUT-11': 'pass', 'STL-05': 'pass', 'EHL-12': 'pass' },
    },
  ],
  [
    'submission',
    'submission',
    { 'AUT-06': 'pass', 'AUT-08': 'pass', 'AUT-09': 'pass', 'AUT-12': 'warn', 'AUT-13': 'pass' },
    { level: 3, isAna: true },
  ],
  ['submissions', 'submissions', { 'AUT-12': 'pass', 'STL-11': 'pass' }, { level: 3, isAna: true }],
]
