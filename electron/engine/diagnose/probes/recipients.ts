// Asks which recipients the server knows, by RCPT and by VRFY and EXPN. Each is taken back: no mail is ever sent.
import { addressLiteral } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import { abuseMailbox } from '../checks/abuse-mailbox.ts'
import { addressLiterals } from '../checks/address-literals.ts'
import { addressSyntax } from '../checks/address-syntax.ts'
import { expandedLists } from '../checks/expanded-lists.ts'
import { greylisting } from '../checks/greylisting.ts'
import { nullSender } from '../checks/null-sender.ts'
import { postmasterMailbox } from '../checks/postmaster-mailbox.ts'
import { senderDomain } from '../checks/sender-domain.ts'
import { recipientTime, senderTime } from '../checks/timed-answers.ts'
import { unknownParameter } from '../checks/unknown-parameter.ts'
import { unknownRecipient } from '../checks/unknown-recipient.ts'
import { verifiedNames } from '../checks/verified-names.ts'
import { isGreeted } from '../preconditions.ts'
import { type ProbeTools, probe } from '../probe.ts'
import type { Said } from '../talk.ts'
import { isPutOff, offer } from './offer.ts'
import { type SecondTry, secondTrySeconds, tryAgain } from './second-try.ts'

export type Oddity = { readonly line: string; readonly said: Said }

export type RecipientsSeen = {
  readonly domain: string
  readonly unknown: Said
  /** With the domain, bare, and in capitals. */
  readonly postmaster: readonly Said[]
  readonly abuse: Said
  /** The postmaster again, from the null sender. */
  readonly bounce: Said
  readonly literal: Said
  readonly vrfyKnown: Said
  readonly vrfyUnknown: Said
  readonly expn: Said
  /** MAIL from a domain that does not exist, and RCPT of the postmaster where that was taken. */
  readonly nowhere: { readonly mail: Said; readonly recipient: Said | null }
  readonly parameter: Said
  readonly oddities: readonly Oddity[]
  /** Null where nobody was put off, or no second try was wanted. */
  readonly secondTry: SecondTry | null
}

const sender = 'heloise@example.org'
/** RFC 2606 §2: a domain that never exists. */
const nowhere = 'heloise@nowhere.invalid'

export const recipientsProbe = probe<RecipientsSeen>({
  doing: say('Asking which recipients there are', 'Preguntando qué destinatarios hay'),
  level: 2,
  checks: [
    unknownRecipient,
    postmasterMailbox,
    abuseMailbox,
    nullSender,
    addressLiterals,
    verifiedNames,
    expandedLists,
    greylisting,
    senderDomain,
    addressSyntax,
    unknownParameter,
    senderTime,
    recipientTime,
  ],
  connections: (_, { triesAgain }) => (triesAgain ? 6 : 5),
  waits: ({ triesAgain }) => (triesAgain ? secondTrySeconds : 0),
  isFor: (observed) => observed.endpoint.role === 'mx' && isGreeted(observed),
  async look({ endpoint, address }, tools) {
    const domain = tools.domain ?? endpoint.host
    const mailboxes = await askMailboxes(domain, address, tools)
    const { postmaster, abuse, unknown } = mailboxes
    const putOff = [...postmaster, abuse, unknown].find(isPutOff)
    return {
      domain,
      ...mailboxes,
      ...(await askNames(domain, tools)),
      ...(await askSenders(domain, tools)),
      oddities: await askOddities(tools),
      secondTry: tools.triesAgain && putOff !== undefined ? await tryAgain(sender, putOff, tools) : null,
    }
  },
})

/** Twenty letters that nobody is called by. */
const randomName = () => Array.from(crypto.getRandomValues(new Uint8Array(20)), letterOf).join('')
const letterOf = (octet: number) => String.fromCharCode(97 + (octet % 26))

async function askMailboxes(domain: string, address: string, { talk }: ProbeTools) {
  const first = await talk('tls', async (peer) => ({
    unknown: await offer(peer, sender, `${randomName()}@${domain}`),
    postmaster: [
      await offer(peer, sender, `postmaster@${domain}`),
      await offer(peer, sender, 'postmaster'),
      await offer(peer, sender, `PostMaster@${domain}`),
    ],
  }))
  const second = await talk('tls', async (peer) => ({
    abuse: await offer(peer, sender, `abuse@${domain}`),
    bounce: await offer(peer, '', `postmaster@${domain}`),
    literal: await offer(peer, sender, `postmaster@${addressLiteral(address)}`),
  }))
  return { ...first, ...second }
}

const askNames = (domain: string, { talk }: ProbeTools) =>
  talk('tls', async (peer) => ({
    vrfyKnown: await peer.say(`VRFY postmaster@${domain}`),
    vrfyUnknown: await peer.say(`VRFY ${randomName()}@${domain}`),
    expn: await peer.say('EXPN postmaster'),
  }))

const askSenders = (domain: string, { talk }: ProbeTools) =>
  talk('tls', async (peer) => {
    const mail = await peer.say(`MAIL FROM:<${nowhere}>`)
    // Postfix refuses senders only once it knows the recipient.
    const recipient = mail.reply?.code === 250 ? await peer.say(`RCPT TO:<postmaster@${domain}>`) : null
    await peer.say('RSET')
    const parameter = await peer.say(`MAIL FROM:<${sender}> X-HELOISE=1`)
    await peer.say('RSET')
    return { nowhere: { mail, recipient }, parameter }
  })

/** RFC 5321 §4.1.2, App. C: forms that are wrong, obsolete, or rarely seen. */
const askOddities = ({ talk }: ProbeTools): Promise<Oddity[]> =>
  talk('tls', async (peer) => {
    const lines = [
      `MAIL FROM:${sender}`,
      `MAIL FROM: <${sender}>`,
      `MAIL FROM:<@a.example,@b.example:${sender}>`,
      `MAIL FROM:<"o'brien with spaces"@example.org>`,
      `MAIL FROM:<${'a'.repeat(64)}@example.org>`,
    ]
    const oddities: Oddity[] = []
    for (const line of lines) {
      oddities.push({ line, said: await peer.say(line) })
      await peer.say('RSET')
    }
    return oddities
  })
