// What the server says. Nothing of what a client sent is repeated to it.
import type { Reply } from '#shared/values/reply.ts'

export const reply = (code: number, enhanced: string | null, text: string): Reply => ({ code, enhanced, text })

export const replies = {
  greeting: reply(220, null, 'localhost ESMTP Heloise loopback server'),
  help: reply(214, '2.0.0', 'EHLO HELO STARTTLS AUTH MAIL RCPT DATA RSET NOOP VRFY HELP QUIT'),
  startTls: reply(220, '2.0.0', 'Ready to start TLS'),
  farewell: reply(221, '2.0.0', 'Bye'),
  loggedIn: reply(235, '2.7.0', 'Logged in'),
  done: reply(250, '2.0.0', 'OK'),
  senderTaken: reply(250, '2.1.0', 'Sender taken'),
  recipientTaken: reply(250, '2.1.5', 'Recipient taken'),
  /** RFC 5321 §3.5.3: neither yes nor no. */
  cannotVerify: reply(252, '2.1.5', 'Cannot verify, but every recipient is taken'),
  sendMail: reply(354, null, 'Send the mail; it ends with a dot on a line of its own'),

  tooManyMistakes: reply(421, '4.7.0', 'Too many errors: session closed'),
  tooManySessions: reply(421, '4.3.2', 'Too many sessions: try again later'),
  timedOut: reply(421, '4.4.2', 'Waited too long: session closed'),
  stopping: reply(421, '4.3.2', 'The server is stopping'),
  notHttp: reply(421, '4.7.0', 'This is SMTP, not HTTP: session closed'),
  plaintextAfterStartTls: reply(421, '4.7.0', 'Something was sent after STARTTLS and before TLS: session closed'),
  tooMuchMail: reply(421, '4.3.4', 'Far more than the size limit was sent: session closed'),
  brokenHere: reply(421, '4.3.0', 'Something went wrong in this server: session closed'),
  closingAtData: reply(421, '4.3.2', 'Shutting down just now: try again later'),
  notKept: reply(451, '4.3.0', 'The mail could not be stored here: try again later'),
  tooManyRecipients: reply(452, '4.5.3', 'Too many recipients: send the rest as another mail'),
  lockedOut: reply(454, '4.7.0', 'Too many wrong passwords: try again later'), // RFC 4954 §6

  lineTooLong: reply(500, '5.5.2', 'Line too long'),
  loginLineTooLong: reply(500, '5.5.6', 'Line too long'), // RFC 4954 §4
  bareLineFeed: reply(500, '5.5.2', 'Lines end with CR LF, and this one ended with LF alone'), // RFC 5321 §2.3.8
  badCharacters: reply(500, '5.5.2', 'A command holds no control characters and is UTF-8'),
  unknown: reply(500, '5.5.1', 'Command not known'),
  notLmtp: reply(500, '5.5.1', 'This is SMTP, not LMTP: say EHLO'), // RFC 2033 §4.1
  noParameters: reply(501, '5.5.4', 'This command takes no parameters'),
  helloWithoutName: reply(501, '5.5.4', 'Say who you are: one host name or address literal'),
  senderSyntax: reply(501, '5.5.2', 'Expected MAIL FROM:<address>'),
  recipientSyntax: reply(501, '5.5.2', 'Expected RCPT TO:<address>'),
  senderAddress: reply(501, '5.1.7', 'This is not a valid sender address'),
  recipientAddress: reply(501, '5.1.3', 'This is not a valid recipient address'),
  badParameter: reply(501, '5.5.4', 'A parameter has a value that is not valid'),
  chunkSyntax: reply(501, '5.5.4', 'Expected BDAT and how many octets follow, and LAST behind the last ones'),
  notBase64: reply(501, '5.5.2', 'This is not a valid answer in base64'),
  loginCancelled: reply(501, '5.7.0', 'Login cancelled'),
  notOffered: reply(502, '5.5.1', 'Command not offered here'),
  helloFirst: reply(503, '5.5.1', 'Say EHLO first'),
  alreadySecure: reply(503, '5.5.1', 'TLS is on already'),
  alreadyLoggedIn: reply(503, '5.5.1', 'Logged in already'),
  noMailHere: reply(503, '5.5.1', 'No mail is taken here: say QUIT'),
  mailFirst: reply(503, '5.5.1', 'Say MAIL FROM first'),
  mailInProgress: reply(503, '5.5.1', 'A mail is in progress: end it or say RSET'),
  unknownMechanism: reply(504, '5.5.4', 'Login mechanism not known'),
  tlsFirst: reply(530, '5.7.0', 'Say STARTTLS first'), // RFC 3207 §4
  loginFirst: reply(530, '5.7.0', 'Log in first'), // RFC 4954 §6
  loginRefused: reply(535, '5.7.8', 'User or password is wrong'),
  loginNeedsTls: reply(538, '5.7.11', 'Say STARTTLS first: a login is taken inside TLS only'),
  tooLarge: reply(552, '5.3.4', 'The mail is larger than the size limit'),
  needsSmtputf8: reply(553, '5.6.7', 'This address needs SMTPUTF8, and MAIL did not ask for it'), // RFC 6531 §3.5
  binaryNeedsChunks: reply(503, '5.5.1', 'A binary mail comes in chunks: say BDAT'),
  chunksBegun: reply(503, '5.5.1', 'The mail comes in chunks: go on with BDAT'),
  noRecipients: reply(554, '5.5.1', 'No recipient was taken'),
  unknownParameter: reply(555, '5.5.4', 'A parameter is not known'),
} as const satisfies Record<string, Reply>

/** The lines of a reply, without their endings. EHLO's have no enhanced code (RFC 2034 §4). */
export function replyLines({ code, enhanced, text }: Reply): string[] {
  const texts = text.split('\n')
  return texts.map((part, index) => {
    const separator = index === texts.length - 1 ? ' ' : '-'
    return `${code}${separator}${enhanced === null ? '' : `${enhanced} `}${part}`
  })
}
