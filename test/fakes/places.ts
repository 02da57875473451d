// Every place of a session where it is the server's turn: the conversation up to it, and what a client is told to do to get there.
import type { FailureKind } from '#shared/values/failure.ts'
import type { Stage } from '#shared/values/stage.ts'
import { composedMail } from './composed-mail.ts'
import type { OrderWish } from './order.ts'
import { wire } from './wire.ts'

export type Place = {
  /** The command that waits for its reply. */
  readonly name: string
  /** The script of the server, up to and with that command. */
  readonly lines: readonly string[]
  readonly order: OrderWish
  readonly stage: Stage
  /** `sent`: the mail left whole, so that only a reply can tell what became of it. */
  readonly mail: 'unsent' | 'sent'
  /** The outcome, the failure and what became of the first recipient, where all of that is certain already. */
  readonly certain: Ending | null
  /** The same for a server that says 421 here: what it says of this mail is certain then. */
  readonly closing: Ending | null
  /** Failures that have another name or stage here. */
  readonly instead: Partial<Readonly<Record<FailureKind, string>>>
}

export type Ending = readonly [outcome: string, failure: string | null, recipient: string | undefined]

const greeting = ['S: 220 mx.example']
const ehlo = (...offers: readonly string[]) => {
  const lines = ['mx.example', ...offers]
  return ['C: EHLO', ...lines.map((text, index) => `S: 250${index === lines.length - 1 ? ' ' : '-'}${text}`)]
}
const hello = [...greeting, ...ehlo()]
const mail = ['C: MAIL', 'S: 250 OK']
const rcpt = ['C: RCPT', 'S: 250 OK']
const content = ['C: Subject: Hello', 'C: ', 'C: Hello.']
const data = ['C: DATA', 'S: 354 Go ahead', ...content, 'C: .']
const upToDot = [...hello, ...mail, ...rcpt, ...data]
const offering = (...offers: readonly string[]) => [...greeting, ...ehlo(...offers)]
const secured = [...offering('STARTTLS'), 'C: STARTTLS', 'S: 220 Go ahead', '* tls']
const lhlo = [...greeting, 'C: LHLO', 'S: 250 mx.example']

const two = composedMail({ to: ['one@example.net', 'two@example.net'] })
const login = { user: 'ana', mechanism: 'automatic', allowPlaintext: true } as const
const toLogIn: OrderWish = { access: { login, secret: 's3cret' } }
const toSecure: OrderWish = { access: { security: 'starttls' } }
const asLmtp: OrderWish = { mail: two, wire: wire({ protocol: 'lmtp' }) }
const inChunks: OrderWish = { wire: wire({ chunkSize: 16 }) }
const asProxied: OrderWish = { wire: wire({ xclient: [{ name: 'NAME', value: 'spike.example' }] }) }
const withLine: OrderWish = { wire: wire({ rawLines: [{ after: 'auth', text: 'NOOP', isExact: false }] }) }

type Circumstances = Partial<Pick<Place, 'order' | 'mail' | 'certain' | 'closing' | 'instead'>>

const place = (name: string, lines: readonly string[], stage: Stage, circumstances: Circumstances = {}): Place => ({
  name,
  lines,
  stage,
  order: {},
  mail: 'unsent',
  certain: null,
  closing: null,
  instead: {},
  ...circumstances,
})

const pipeline = [...offering('PIPELINING'), 'C: MAIL', 'C: RCPT', 'C: DATA']
const chunkPipeline = [...offering('CHUNKING', 'PIPELINING'), 'C: MAIL', 'C: RCPT', 'C: BDAT', ...content]
const inLockstep = [...offering('CHUNKING'), ...mail, ...rcpt]
const taken: Ending = ['accepted', null, 'accepted']
const checked: Ending = ['checked', null, 'accepted']
const nobody: Ending = ['refused', 'recipients-refused rcpt', 'refused']
const sent = { mail: 'sent', closing: ['refused', 'service-closing data', 'refused'] } as const
/** 421 speaks for one of two recipients. */
const sentToTwo = { mail: 'sent', closing: ['unknown', 'outcome-unknown data', 'refused'] } as const
const nobodys = { certain: nobody, closing: ['refused', 'service-closing data', 'refused'] } as const

export const places: readonly Place[] = [
  place('the connection', [], 'greeting', {
    instead: {
      'reply-timed-out': 'greeting-missing greeting',
      'service-closing': 'greeting-refused greeting',
      'reply-malformed': 'speaks-unknown greeting',
    },
  }),
  // Whoever hangs up at EHLO is called a second time.
  place('EHLO', [...greeting, 'C: EHLO'], 'ehlo', { instead: { 'connection-lost': 'connection-lost greeting' } }),
  place('HELO', [...greeting, 'C: EHLO', 'S: 502 No', 'C: HELO'], 'ehlo'),
  place(
    'HELO on a second connection',
    [...greeting, 'C: EHLO', '* reset', '* connect', ...greeting, 'C: HELO'],
    'ehlo',
  ),
  place('LHLO', [...greeting, 'C: LHLO'], 'ehlo', { order: asLmtp }),
  place('STARTTLS', [...offering('STARTTLS'), 'C: STARTTLS'], 'tls', { order: toSecure }),
  place('EHLO inside TLS', [...secured, 'C: EHLO'], 'ehlo', { order: toSecure }),
  place('XCLIENT', [...offering('XCLIENT NAME'), 'C: XCLIENT'], 'ehlo', { order: asProxied }),
  place('EHLO after XCLIENT', [...offering('XCLIENT NAME'), 'C: XCLIENT', ...greeting, 'C: EHLO'], 'ehlo', {
    order: asProxied,
  }),
  place('AUTH', [...offering('AUTH PLAIN'), 'C: AUTH'], 'auth', { order: toLogIn }),
  place('a response of AUTH', [...offering('AUTH LOGIN'), 'C: AUTH', 'S: 334 ', 'C: user'], 'auth', { order: toLogIn }),
  place('the end of a broken AUTH', [...offering('AUTH LOGIN'), 'C: AUTH', 'S: 334 %', 'C: *'], 'auth', {
    order: toLogIn,
  }),
  place('a typed line', [...hello, 'C: NOOP'], 'ehlo', { order: withLine }),
  place('MAIL', [...hello, 'C: MAIL'], 'mail'),
  place('RCPT', [...hello, ...mail, 'C: RCPT'], 'rcpt'),
  place('the second RCPT', [...hello, ...mail, ...rcpt, 'C: RCPT'], 'rcpt', { order: { mail: two } }),
  place('DATA', [...hello, ...mail, ...rcpt, 'C: DATA'], 'data'),
  place('MAIL of a pipeline', pipeline, 'mail'),
  place('RCPT of a pipeline', [...pipeline, 'S: 250'], 'rcpt'),
  place('DATA of a pipeline', [...pipeline, 'S: 250', 'S: 250'], 'data'),
  place('a chunk', [...inLockstep, 'C: BDAT 16', 'C: Subject: Hello'], 'data', { order: inChunks }),
  place('the dot', upToDot, 'data', sent),
  place('the last chunk', [...inLockstep, 'C: BDAT 26 LAST', ...content], 'data', sent),
  place('the last chunk of a pipeline', [...chunkPipeline, 'S: 250', 'S: 250'], 'data', sent),
  // The mail is gone already, but servers answer in order: one that closes here has not looked at it.
  place('MAIL before a chunk', chunkPipeline, 'mail', {
    mail: 'sent',
    closing: ['failed', 'service-closing mail', 'refused'],
  }),
  place('RCPT before a chunk', [...chunkPipeline, 'S: 250'], 'rcpt', {
    mail: 'sent',
    closing: ['failed', 'service-closing rcpt', 'refused'],
  }),
  place('the dot of LMTP', [...lhlo, ...mail, ...rcpt, ...rcpt, ...data], 'data', { order: asLmtp, ...sentToTwo }),
  place('a recipient of PRDR', [...offering('PRDR'), ...mail, ...rcpt, ...rcpt, ...data, 'S: 353 Each'], 'data', {
    order: { mail: two },
    ...sentToTwo,
  }),
  place('the lone dot', [...pipeline, 'S: 250', 'S: 550 No', 'S: 354 Go', 'C: .'], 'data', nobodys),
  place('a chunk for nobody', [...chunkPipeline, 'S: 250', 'S: 550 No'], 'data', nobodys),
  place('RSET for nobody', [...hello, ...mail, 'C: RCPT', 'S: 550 No', 'C: RSET'], 'rcpt', { certain: nobody }),
  place('RSET after a check', [...hello, ...mail, ...rcpt, 'C: RSET'], 'rcpt', {
    order: { stopAfter: 'rcpt' },
    certain: checked,
  }),
  place('QUIT', [...upToDot, 'S: 250 Taken', 'C: QUIT'], 'quit', { certain: taken }),
]
