// Every parser that reads what others wrote.
import type { Target } from '../target.ts'
import { addresses } from './addresses.ts'
import { commands } from './commands.ts'
import { challengeMessages, logins } from './logins.ts'
import { logos } from './logos.ts'
import { dots, rawMails, receivedMails } from './mails.ts'
import { dnsAnswers, dnsFrames, policies } from './names.ts'
import { explanations, offers, replyParsing } from './replies.ts'
import { shownCertificates, tlsFlights, tlsMessages } from './tls.ts'
import { transcripts } from './transcripts.ts'

export const targets: readonly Target[] = [
  replyParsing,
  offers,
  explanations,
  addresses,
  challengeMessages,
  logins,
  dots,
  rawMails,
  receivedMails,
  transcripts,
  commands,
  dnsAnswers,
  dnsFrames,
  policies,
  tlsFlights,
  tlsMessages,
  shownCertificates,
  logos,
]
