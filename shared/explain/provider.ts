// Whose server speaks: told by its own words, by its greeting, by the name of the host. Codes differ in meaning between them.

export const providers = [
  'gmail',
  'microsoft',
  'yahoo',
  'icloud',
  'postfix',
  'exim',
  'opensmtpd',
  'dovecot',
  'sendmail',
] as const
/** A big provider, or the software of a server that anybody may run. */
export type Provider = (typeof providers)[number]

/** Where a reply came from, as far as it is known. */
export type ReplyPlace = {
  /** The name that was connected to. */
  readonly host?: string | undefined
  /** The text of the greeting, without its code. */
  readonly greeting?: string | undefined
}

/** Null when nothing tells. The words of the reply itself come first: a relay hands on the words of the next server. */
export function providerOf(text: string, { host = '', greeting = '' }: ReplyPlace = {}): Provider | null {
  return byWords(text) ?? byHost(host) ?? byHost(firstWord(greeting)) ?? byWords(greeting) ?? bySoftware(greeting)
}

type Marks = readonly (readonly [Provider, RegExp])[]

// No mark is a bare domain of mailboxes: the address of a recipient stands in the words of every kind of server.
const wordMarks: Marks = [
  ['gmail', /\bgsmtp\b|\bsupport\.google\.com\/|\baccounts\.google\.com\//i],
  [
    'microsoft',
    /\.prod\.outlook\.com\b|\bmail\.protection\.outlook\.com\b|\bmicrosoft esmtp mail service\b|\baka\.ms\/|\bsmtpclientauthentication is disabled\b/i,
  ],
  ['yahoo', /\byahoodns\.net\b|\b(postmaster|senders)\.yahooinc\.com\b|\[(TSS?\d\d)\]|\(#AUTH\d+\)/i],
  ['icloud', /\bmail\.icloud\.com\b|\bicloudadmin@apple\.com\b|\bsupport\.apple\.com\/|\[CS01\]/i],
]

const hostMarks: Marks = [
  ['gmail', /(^|\.)(gmail|google|googlemail)\.com$/i],
  ['microsoft', /(^|\.)(outlook|office365|hotmail)\.com$/i],
  ['yahoo', /(^|\.)(yahoodns\.net|yahoo\.com|aol\.com)$/i],
  ['icloud', /(^|\.)(icloud|me|mac)\.com$/i],
]

const softwareMarks: Marks = [
  ['postfix', /\bESMTP Postfix\b/i],
  ['exim', /\bESMTP Exim\b/i],
  ['opensmtpd', /\bESMTP OpenSMTPD\b/i],
  ['dovecot', /\bDovecot\b.*\bready\b/i],
  ['sendmail', /\bESMTP Sendmail\b/i],
]

const firstIn = (marks: Marks, text: string): Provider | null => marks.find(([, mark]) => mark.test(text))?.[0] ?? null
const byWords = (text: string) => firstIn(wordMarks, text)
/** A name may be written with the dot of the root. */
const byHost = (host: string) => firstIn(hostMarks, host.replace(/\.$/, ''))
const bySoftware = (greeting: string) => firstIn(softwareMarks, greeting)
const firstWord = (greeting: string) => greeting.trim().split(/\s/, 1)[0] ?? ''
