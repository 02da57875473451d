// The files in test/transcripts that are sessions of the client: what it is told to do in each, and how it ends.
import type { Receipt } from '#shared/values/receipt.ts'
import { composeRawMail } from '../../electron/engine/mail/index.ts'
import { composedMail } from './composed-mail.ts'
import type { OrderWish } from './order.ts'
import { wire } from './wire.ts'

const two = composedMail({ to: ['one@example.net', 'two@example.net'] })
const three = composedMail({ to: ['one@example.net', 'two@example.net', 'three@example.net'] })
const login = { user: 'ana', mechanism: 'automatic', allowPlaintext: true } as const
const withLogin: OrderWish = { access: { login, secret: 's3cret' }, stopAfter: 'auth' }

type Golden = readonly [
  file: string,
  order: OrderWish,
  outcome: string,
  /** Its kind with stage and code. */
  failure: string | null,
  /** `outcome stage code` */
  recipients: readonly string[],
]

const plain: readonly Golden[] = [
  ['ehlo-refused', {}, 'accepted', null, ['accepted data 250']],
  ['ehlo-dropped', {}, 'accepted', null, ['accepted data 250']],
  ['greeting-multi-line', { stopAfter: 'ehlo' }, 'checked', null, ['refused ehlo -']],
  ['greeting-refused', {}, 'failed', 'greeting-refused greeting 554', ['refused greeting -']],
  [
    'pipelining',
    { mail: composedMail({ to: ['luis@example.net', 'nobody@example.net'] }) },
    'partial',
    null,
    ['accepted data 250', 'refused rcpt 550'],
  ],
  ['sender-refused-pipelined', {}, 'refused', 'sender-refused mail 553', ['refused mail 553']],
  [
    'recipients-refused',
    { mail: two },
    'refused',
    'recipients-refused rcpt 550',
    ['refused rcpt 550', 'refused rcpt 450'],
  ],
  ['sender-refused-hung-up', {}, 'refused', 'sender-refused mail 554', ['refused mail 554']],
  ['recipients-refused-hung-up', {}, 'refused', 'recipients-refused rcpt 550', ['refused rcpt 550']],
  ['login-required', {}, 'refused', 'login-required mail 530', ['refused mail 530']],
  ['content-refused', {}, 'refused', 'content-refused data 554', ['refused data 554']],
  ['outcome-unknown', {}, 'unknown', 'outcome-unknown data -', ['unknown data -']],
  ['closing-at-rcpt', { mail: two }, 'failed', 'service-closing rcpt 421', ['refused rcpt -', 'refused rcpt -']],
  ['stop-after-rcpt', { stopAfter: 'rcpt' }, 'checked', null, ['accepted rcpt 250']],
  ['stop-after-data', { stopAfter: 'data' }, 'checked', null, ['accepted rcpt 250']],
  [
    'addresses',
    {
      mail: composedMail({
        from: '',
        to: ['"ana > luis"@example.net', 'ana@[192.0.2.1]', 'ana@[IPv6:2001:db8::1]', 'Postmaster'],
      }),
      stopAfter: 'rcpt',
    },
    'checked',
    null,
    ['accepted rcpt 250', 'accepted rcpt 250', 'accepted rcpt 250', 'accepted rcpt 250'],
  ],
  ['smtputf8', { mail: composedMail({ from: 'josé@españa.example' }) }, 'accepted', null, ['accepted data 250']],
  [
    'idn',
    { mail: composedMail({ from: 'jose@españa.example', to: ['luis@España.example'] }), stopAfter: 'rcpt' },
    'checked',
    null,
    ['accepted rcpt 250'],
  ],
  [
    'starttls-login',
    { ...withLogin, access: { ...withLogin.access, security: 'starttls' } },
    'checked',
    null,
    ['refused auth -'],
  ],
  [
    'starttls-not-offered',
    { access: { security: 'starttls' } },
    'failed',
    'starttls-not-offered tls -',
    ['refused tls -'],
  ],
  [
    'starttls-refused',
    { access: { security: 'starttls-if-offered' }, stopAfter: 'tls' },
    'checked',
    null,
    ['refused tls -'],
  ],
  ['login-mechanism-refused', withLogin, 'checked', null, ['refused auth -']],
  ['login-refused', withLogin, 'failed', 'login-refused auth 535', ['refused auth -']],
  [
    'login-cram-md5',
    { ...withLogin, access: { login: { ...login, allowPlaintext: false }, secret: 's3cret' } },
    'checked',
    null,
    ['refused auth -'],
  ],
  [
    'login-xoauth2-refused',
    { ...withLogin, access: { login: { ...login, mechanism: 'XOAUTH2' }, secret: 's3cret' } },
    'failed',
    'login-token-refused auth 535',
    ['refused auth -'],
  ],
  ['login-bad-challenge', withLogin, 'failed', 'login-protocol-error auth 501', ['refused auth -']],
]

/** The same with options for the wire, and the mails of the extensions. */
const wired: readonly Golden[] = [
  ['data-taken-for-nobody', {}, 'refused', 'recipients-refused rcpt 550', ['refused rcpt 550']],
  ['chunking', {}, 'accepted', null, ['accepted data 250']],
  ['chunking-lockstep', { wire: wire({ chunkSize: 16 }) }, 'accepted', null, ['accepted data 250']],
  ['chunk-refused', { wire: wire({ chunkSize: 16 }) }, 'refused', 'content-refused data 552', ['refused data 552']],
  ['chunks-pipelined', { wire: wire({ chunkSize: 16 }) }, 'refused', 'content-refused data 451', ['refused data 451']],
  [
    'chunks-contradicted',
    { wire: wire({ chunkSize: 16 }) },
    'unknown',
    'outcome-unknown data 250',
    ['unknown data 250'],
  ],
  ['sender-contradicted', {}, 'unknown', 'outcome-unknown data 550', ['unknown data 250']],
  ['chunking-nobody', {}, 'refused', 'recipients-refused rcpt 550', ['refused rcpt 550']],
  [
    'chunking-unknown',
    { mail: composedMail({ to: ['luis@example.net', 'nobody@example.net'] }) },
    'unknown',
    'outcome-unknown data -',
    ['unknown data -', 'refused rcpt 550'],
  ],
  ['binary-mime', { mail: { ...composedMail(), isBinary: true } }, 'accepted', null, ['accepted data 250']],
  [
    'lmtp',
    { mail: three, wire: wire({ protocol: 'lmtp' }) },
    'partial',
    null,
    ['accepted data 250', 'refused rcpt 550', 'refused data 452'],
  ],
  [
    'lmtp-cut-short',
    { mail: two, wire: wire({ protocol: 'lmtp' }) },
    'unknown',
    'outcome-unknown data -',
    ['accepted data 250', 'unknown data -'],
  ],
  [
    'lmtp-odd',
    { mail: two, wire: wire({ protocol: 'lmtp' }) },
    'unknown',
    'outcome-unknown data 354',
    ['unknown data 354', 'accepted data 250'],
  ],
  [
    'lmtp-chunking',
    { mail: two, wire: wire({ protocol: 'lmtp' }) },
    'accepted',
    null,
    ['accepted data 250', 'accepted data 250'],
  ],
  ['prdr', { mail: two }, 'partial', null, ['accepted data 250', 'refused data 550']],
  ['prdr-refused', { mail: two }, 'refused', 'content-refused data 451', ['refused data 451', 'refused data 550']],
  [
    'limits',
    { mail: composedMail({ to: ['one@example.net', 'one@example.com', 'two@example.net', 'three@example.net'] }) },
    'accepted',
    null,
    ['accepted data 250', 'accepted data 250', 'accepted data 250', 'accepted data 250'],
  ],
  ['limits-unknown', { mail: two }, 'unknown', 'outcome-unknown data -', ['accepted data 250', 'unknown data -']],
  [
    'dsn',
    {
      mail: composedMail({ to: ['luis+news@example.net'] }),
      wire: wire({ dsn: { notify: ['SUCCESS', 'DELAY'], ret: 'HDRS', envid: 'a+b=c', orcpt: 'recipient' } }),
      stopAfter: 'rcpt',
    },
    'checked',
    null,
    ['accepted rcpt 250'],
  ],
  [
    'every-parameter',
    {
      wire: wire({
        deliverBy: { seconds: 120, mode: 'return', isTraced: true },
        hold: { kind: 'for', seconds: 60 },
        priority: -3,
        mailAuth: 'e=mc2@example.org',
        solicit: ['org.example:ADV:ADLT'],
        mailParameters: ['XMAIL=1'],
        rcptParameters: ['XRCPT=2'],
      }),
      stopAfter: 'rcpt',
    },
    'checked',
    null,
    ['accepted rcpt 250'],
  ],
  [
    'forced',
    {
      wire: wire({
        extensions: { SIZE: 'off', PIPELINING: 'off', '8BITMIME': 'on', SMTPUTF8: 'on', DSN: 'on', REQUIRETLS: 'on' },
        dsn: { notify: [], ret: 'FULL', envid: null, orcpt: null },
      }),
    },
    'refused',
    'sender-refused mail 555',
    ['refused mail 555'],
  ],
  [
    'xclient',
    {
      wire: wire({
        xclient: [
          { name: 'NAME', value: 'spike.example' },
          { name: 'ADDR', value: '2001:db8::1' },
          { name: 'LOGIN', value: 'a+b' },
        ],
        xforward: [
          { name: 'NAME', value: 'spike.example' },
          { name: 'ADDR', value: '192.0.2.1' },
        ],
      }),
      stopAfter: 'rcpt',
    },
    'checked',
    null,
    ['accepted rcpt 250'],
  ],
  [
    'xclient-refused',
    { wire: wire({ xclient: [{ name: 'NAME', value: 'spike.example' }] }) },
    'failed',
    'command-refused ehlo 550',
    ['refused ehlo -'],
  ],
  [
    'proxy',
    {
      wire: wire({
        proxyHeader: {
          version: 1,
          source: { address: '192.0.2.7', port: 4321 },
          destination: { address: '192.0.2.25', port: 25 },
        },
      }),
      stopAfter: 'ehlo',
    },
    'checked',
    null,
    ['refused ehlo -'],
  ],
  [
    'raw-lines',
    {
      wire: wire({
        rawLines: [
          { after: 'greeting', text: 'NOOP', isExact: false },
          { after: 'ehlo', text: 'VRFY ana', isExact: false },
          { after: 'auth', text: 'XYZZY\\r\\n', isExact: true },
          { after: 'mail', text: 'HELP', isExact: false },
          { after: 'rcpt', text: 'EXPN all', isExact: false },
        ],
      }),
      stopAfter: 'rcpt',
    },
    'checked',
    null,
    ['accepted rcpt 250'],
  ],
]

const toLuis = { from: 'ana@example.org', to: ['luis@example.net'] }
const rawMail = (lines: readonly string[], isBinary = false, envelope = toLuis) =>
  composeRawMail(
    async function* () {
      yield Buffer.concat(lines.map((line) => Buffer.from(`${line}\r\n`, line.includes('\xff') ? 'latin1' : 'utf8')))
    },
    envelope,
    { isBinary },
  )
const text = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', '¿Qué tal?']
const spanish = await rawMail(['MIME-Version: 1.0', ...text])
const picture = ['Content-Type: image/png', 'Content-Transfer-Encoding: binary', '', '\0\n\r\xff']
const mixed = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  ...text,
  '--b',
  ...picture,
  '--b--',
]

/** Mails that a server does not bear as they are. */
const downgraded: readonly Golden[] = [
  ['8bitmime', { mail: spanish }, 'accepted', null, ['accepted data 250']],
  ['8bitmime-not-offered', { mail: spanish }, 'accepted', null, ['accepted data 250']],
  ['binary-mime-not-offered', { mail: await rawMail(mixed, true) }, 'accepted', null, ['accepted data 250']],
  [
    'smtputf8-not-offered',
    {
      mail: await rawMail(['From: Ána <ana@españa.example>', 'Subject: ¿Qué tal?', '', 'Hello.'], false, {
        ...toLuis,
        from: 'ana@españa.example',
      }),
    },
    'accepted',
    null,
    ['accepted data 250'],
  ],
  [
    'signed-8bit-refused',
    { mail: await rawMail(['DKIM-Signature: v=1', 'MIME-Version: 1.0', ...text]) },
    'failed',
    'needs-8bitmime mail -',
    ['refused mail -'],
  ],
]

export const goldenSessions: readonly Golden[] = [...plain, ...wired, ...downgraded]

/** A receipt in the form of the table. */
export const endOf = ({ outcome, failure, recipients }: Receipt) => ({
  outcome,
  failure: failure && `${failure.kind} ${failure.stage} ${failure.reply?.code ?? '-'}`,
  recipients: recipients.map((one) => `${one.outcome} ${one.stage} ${one.reply?.code ?? '-'}`),
})
