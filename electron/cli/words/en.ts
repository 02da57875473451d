// The command line in English; the shape that every other language has.
import type { BulkCounts } from '#shared/values/bulk.ts'
import type { Cost } from '#shared/values/diagnosis.ts'
import type { Receipt, RecipientOutcome } from '#shared/values/receipt.ts'
import { inSeconds, inUnits, type Pace, rounded } from './figures.ts'
import { englishHelp } from './help-en.ts'
import { englishTls } from './tls-en.ts'

const outcomes: Record<Receipt['outcome'], string> = {
  accepted: 'Accepted',
  partial: 'Accepted for some recipients, refused for others',
  refused: 'Refused',
  unknown: 'Sent, but it is not known whether it was taken',
  failed: 'Not sent',
  checked: 'Checked; nothing was sent',
}

const recipientOutcomes: Record<RecipientOutcome['outcome'], string> = {
  accepted: 'accepted',
  refused: 'refused',
  unknown: 'not known',
}

export const english = {
  help: englishHelp,
  tls: englishTls,

  seeHelp: (command: string) => `See ${command} --help.`,
  passwordArgument: (option: string) =>
    `${option} is refused: everybody on this machine can read the command line of a program, and the shell remembers it. Set HELOISE_PASSWORD, name a file with --password-file, or leave it out and be asked.`,
  proxyPasswordInUrl:
    'A password in the URL of --proxy is refused: everybody on this machine can read the command line of a program, and the shell remembers it. Write the user alone, and set HELOISE_PROXY_PASSWORD or name a file with --proxy-password-file.',
  proxyPasswordPrompt: (user: string, proxy: string) => `Password of ${user} at the proxy ${proxy}: `,
  proxyPasswordMissing: (user: string) =>
    `There is no password for ${user} at the proxy: set HELOISE_PROXY_PASSWORD or name a file with --proxy-password-file.`,
  proxyPasswordWithoutUser:
    '--proxy-password-file belongs to a user at a proxy: write it as --proxy socks5://USER@HOST or http://USER@HOST.',
  passwordPrompt: (user: string) => `Password of ${user}: `,
  passwordMissing: (user: string) =>
    `There is no password for ${user}: set HELOISE_PASSWORD or name a file with --password-file.`,
  passphrasePrompt: (file: string) => `Passphrase of ${file}: `,
  keyWithoutCert: '--key belongs to a certificate: name that with --cert.',
  passwordFileEmpty: (option: string, file: string) => `${option} ${file} is empty.`,
  fileUnreadable: (option: string, file: string, reason: string) => `${option} ${file}: ${fileReason(reason)}`,
  fileUnwritable: (option: string, file: string, reason: string) =>
    `${option} ${file} cannot be written: ${fileReason(reason)}`,
  valueInvalid: (option: string, value: string, wanted: string) =>
    `${option} “${value}” is not valid. Wanted: ${wanted}.`,
  wanted: {
    server: 'host, host:port, 192.0.2.1:port, [2001:db8::1]:port or unix:/path',
    port: 'a port from 0 to 65535',
    ports: 'a port from 0 to 65533, because the two above it are used too',
    address: 'an address such as ana@example.com',
    noControls: 'one line without control characters',
    choice: (choices: readonly string[]) => choices.join(', '),
    number: (from: number, to: number) => `a whole number from ${from} to ${to}`,
    seconds: 'seconds, such as 10 or 0.5',
    name: 'a host name or an IP address',
    pin: '64 hexadecimal digits, colons allowed',
    certificates: 'a PEM file with certificates',
    clientCertificate: 'a PEM file with certificates, or a PKCS#12 file, which holds the key as well',
    privateKey: 'a PEM file with a private key',
    ehlo: 'a host name or an address literal such as [192.0.2.1]',
    lists: 'names of lists, separated by commas',
    dns: 'ADDRESS or ADDRESS:PORT, several of them separated by commas',
    domain: 'a domain such as example.com',
    target: 'a domain, a host, host:port with a port from 1 to 65535, an IP address or a mail address',
    checks: (groups: readonly string[]) => `ids such as STL-01, or groups of them: ${groups.join(', ')}`,
    user: 'a user name',
    pair: (left: string, choices: readonly string[]) => `${left}=${choices.join('|')}`,
    attribute: (names: readonly string[]) => `NAME=VALUE, where NAME is one of ${names.join(', ')}`,
    parameter: 'one word, such as NAME=VALUE, without spaces and control characters',
    notify: 'NEVER, or one or more of SUCCESS, FAILURE and DELAY, separated by commas',
    envid: 'up to 100 characters of printable ASCII',
    orcpt: 'recipient, or type;address',
    deliverBy: 'SECONDS;R (above 0) or SECONDS;N, with T behind it to have each relay report',
    moment: 'a moment such as 2030-01-31T12:00:00Z',
    proxyHeader: 'v1 or v2, v2:SOURCE:PORT or v2:SOURCE:PORT,DESTINATION:PORT, with IPv6 in brackets',
    proxy:
      'socks5://HOST, socks5://USER@HOST:PORT, http://HOST or http://USER@HOST:PORT, or none; a PROXY header is --proxy-header',
    proxyUser: 'a user without control characters, with HTTP without a colon, with SOCKS 5 of at most 255 octets',
    ip: 'an IP address, such as 192.0.2.7 or 2001:db8::7',
    localAddress: 'an IP address of this computer, such as 192.0.2.7 or 2001:db8::7',
    rate: 'mails a second, such as 5 or 0.2',
    rawLine: 'a text, or STAGE:TEXT with STAGE one of greeting, ehlo, auth, mail, rcpt',
    solicit: 'classes separated by commas, such as org.example:ADV',
  },
  serverMissing: 'Where to? Name a --server, a --profile, or deliver to the recipients’ own servers with --mx.',
  serverTwice: '--server and --mx exclude each other: either one server or the MX of each recipient.',
  notWithMx: (option: string) => `${option} is about one server, and cannot go with --mx.`,
  policyNeedsMx: (option: string) => `${option} is about the recipient’s own servers: it needs --mx.`,
  fromMissing: 'Who is it from? Name the sender with --from.',
  toMissing: 'Who is it for? Name a recipient with --to.',
  emlExcludes: (option: string) => `--eml sends a mail as it is: ${option} cannot be used with it.`,
  countExcludes: (option: string) => `--count sends whole mails: ${option} cannot be used with it.`,
  holdTwice: '--hold-for and --hold-until exclude each other.',
  binaryNeedsEml: '--binary sends a file as it is: it needs --eml.',
  profileUnknown: (name: string, known: readonly string[]) =>
    known.length === 0
      ? `There is no profile ${name}, nor any other.`
      : `There is no profile ${name}. There are: ${known.join(', ')}.`,

  defaultSubject: 'A mail from Heloise',
  defaultText: 'This mail was sent by Heloise.',

  outcomes,
  recipientOutcomes,
  by: (server: string) => `by ${server}`,
  noTls: 'no TLS',
  notTrusted: 'certificate not trusted',
  loggedIn: (mechanism: string) => `login ${mechanism}`,
  notSent: 'not sent',
  optionHint: 'Options that may help',
  stopped: {
    nothingSent: 'Stopped. Nothing was sent.',
    unknown: 'Stopped after the mail was written and before the server answered: it is not known whether it was taken.',
    report: 'Stopped. What is shown was found until then; the rest was not asked.',
    accepted: 'Stopped, after the server had taken the mail for the recipients below.',
  },
  ended: 'Stopped.',
  whatToDo: 'What to do',
  serverSaid: 'The server’s words',
  codesSay: 'Its codes mean',
  transcriptWritten: (file: string) => `The conversation is in ${file}.`,
  bodyOf: (size: string) => `… ${size} in all`,
  size: (octets: number) => inUnits(octets, 'en'),
  duration: (milliseconds: number) => inSeconds(milliseconds, 'en'),
  bulk: (counts: BulkCounts) =>
    `${counts.sent} sent, ${counts.refused} refused, ${counts.unknown} not known, ${counts.failed} failed`,
  bulkPace: ({ seconds, messagesPerSecond, connections }: Pace) =>
    `${inSeconds(seconds * 1000, 'en')}, ${rounded(messagesPerSecond, 'en')} mails a second, ${inConnections(connections)}`,

  mxTried: (domain: string) => `Mail for ${domain} goes to, in this order:`,
  mxImplicit: 'there is no MX record: the domain’s own address is used (RFC 5321 §5.1)',
  mxNoAddress: 'no address',
  mxAlias: (target: string) => `an alias (CNAME) of ${target}, which an MX host must not be`,
  mxKeysUnproven: 'not validated (DNSSEC), so it proves nothing',
  mxKeyUnusable: 'not one that mail can use',
  mxValidated: (isAuthentic: boolean): string =>
    isAuthentic ? 'DNSSEC: the MX answer is validated' : 'DNSSEC: the MX answer is not validated',
  mxNoPolicy: 'MTA-STS: no policy',
  mxPolicy: (mode: string, hosts: string, id: string) => `MTA-STS: ${mode}${hosts && ` for ${hosts}`} (id ${id})`,
  mxPolicyUnusable: (reason: string) => `MTA-STS: a policy that cannot be used: ${reason}`,

  listening: 'Taking mail on 127.0.0.1 and [::1]; nothing is delivered. Ctrl-C ends it.',
  listener: { starttls: 'STARTTLS', tls: 'TLS from the start', optional: 'login optional', required: 'login required' },
  login: (user: string, password: string) => `Login: ${user} / ${password}`,
  authority: (file: string) => `Authority of its certificate: ${file}`,
  savedIn: (folder: string) => `Mails are kept in ${folder}.`,
  received: (from: string, to: readonly string[]) => `${from === '' ? '<>' : from} → ${to.join(', ')}`,
  portTaken: (port: string) => `Port ${port} is in use by another program.`,
  portUnavailable: (port: string) =>
    `Port ${port} cannot be had: another program uses it, or it is below 1024 and needs more rights.`,

  webOpen: (address: string) => `Heloise is at ${address}`,
  webEnds: 'The address works once, in one browser. Ctrl-C ends it.',

  verdicts: { safe: 'safe', 'only-inside-tls': 'only inside TLS', weak: 'weak', unknown: 'unknown' },
  beforeTls: 'before TLS',
  afterTls: 'inside TLS',
  logins: 'Logins',
  ownMissing:
    '--level 3 tries wrong passwords, mails and malformed input: say with --own that you administer the server. This computer needs no --own.',
  goOn: (cost: Cost) =>
    `The next checks make up to ${cost.connections} connections to a server that is not on this computer${waits(cost)}. Go on? [y/N] `,
  asked: (name: string) => `${name}?`,
  atMost: (cost: Cost) =>
    `At most ${inConnections(cost.connections)}${cost.waitSeconds > 0 ? `, and ${cost.waitSeconds} s of waiting` : ''}.`,
  notAsked: (count: number) => `Not asked: ${count} ${count === 1 ? 'check' : 'checks'} (see --level and --json).`,
  connectionsMade: inConnections,
  results: { pass: 'ok', info: 'note', warn: 'warning', fail: 'failure', indeterminate: 'unclear', skipped: 'skipped' },
}

function inConnections(count: number): string {
  return `${count} ${count === 1 ? 'connection' : 'connections'}`
}

const waits = ({ waitSeconds }: Cost) => (waitSeconds > 0 ? `, and wait up to ${waitSeconds} s on purpose` : '')

const fileReasons: Record<string, string> = {
  ENOENT: 'there is no such file.',
  EACCES: 'it may not be opened.',
  EISDIR: 'it is a folder.',
  ENOTDIR: 'part of its path is not a folder.',
  ENOSPC: 'the disk is full.',
}
const fileReason = (code: string) => fileReasons[code] ?? code
