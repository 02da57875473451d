// Speaks around the beginning of encryption in ways that no client should: what the server allows shows how well it keeps apart
// what came before and what comes inside.
import { say } from '#shared/explain/words.ts'
import { offers } from '../../smtp/index.ts'
import { encryptionRecovery } from '../checks/encryption-recovery.ts'
import { helloAfterTls } from '../checks/hello-after-tls.ts'
import { hiddenStarttls } from '../checks/hidden-starttls.ts'
import { mailBeforeTls } from '../checks/mail-before-tls.ts'
import { plainSubmission } from '../checks/plain-submission.ts'
import { starttlsTwice } from '../checks/starttls-twice.ts'
import { stateReset } from '../checks/state-reset.ts'
import type { Observed } from '../observed.ts'
import { type ProbeTools, probe } from '../probe.ts'
import type { Said, Talk } from '../talk.ts'

export type EncryptionOrderSeen = {
  /** STARTTLS although it is not offered; null where it is. */
  readonly hidden: Said | null
  /** MAIL in plain text. */
  readonly plainMail: Said
  /** RCPT right after the handshake, behind a MAIL from before it; null where that did not come to pass. */
  readonly leftover: Said | null
  /** MAIL right after the handshake, without EHLO. */
  readonly unintroduced: Said | null
  readonly withArgument: Said | null
  readonly twice: Said | null
  /** Whether a new connection is greeted after a handshake that was nonsense. */
  readonly recovery: { readonly said: Said; readonly isGreeted: boolean } | null
}

export const encryptionOrderProbe = probe<EncryptionOrderSeen>({
  doing: say('Speaking around STARTTLS', 'Hablando alrededor de STARTTLS'),
  level: 2,
  checks: [
    hiddenStarttls,
    mailBeforeTls,
    plainSubmission,
    stateReset,
    helloAfterTls,
    starttlsTwice,
    encryptionRecovery,
  ],
  connections: (observed) => (hasStarttls(observed) ? 6 : 2),
  isFor: ({ endpoint, beforeTls }) => endpoint.security === 'starttls' && beforeTls !== null,
  async look(observed, tools) {
    const { talk } = tools
    if (!hasStarttls(observed)) {
      return {
        ...nothing,
        hidden: await talk('hello', (peer) => peer.say('STARTTLS')),
        plainMail: await talk('hello', (peer) => peer.say('MAIL FROM:<>')),
      }
    }
    return {
      hidden: null,
      ...(await mailThenTls(tools)),
      unintroduced: await talk('hello', insideTls('MAIL FROM:<>')),
      withArgument: await talk('hello', (peer) => peer.say('STARTTLS now')),
      twice: await talk('tls', async (peer) => (peer.tls === null ? null : peer.say('STARTTLS'))),
      recovery: await spoilHandshake(tools),
    }
  },
})

const nothing = { leftover: null, unintroduced: null, withArgument: null, twice: null, recovery: null }

const hasStarttls = ({ beforeTls, tls }: Observed) =>
  beforeTls !== null && offers(beforeTls, 'STARTTLS') && tls !== null

const mailThenTls = ({ talk }: ProbeTools) =>
  talk('hello', async (peer) => {
    const plainMail = await peer.say('MAIL FROM:<>')
    if (plainMail.reply?.code !== 250) return { plainMail, leftover: null }
    return { plainMail, leftover: await insideTls('RCPT TO:<postmaster>')(peer) }
  })

/** The first line inside TLS, before any EHLO there. */
const insideTls =
  (line: string) =>
  async (peer: Talk): Promise<Said | null> => {
    if ((await peer.say('STARTTLS')).reply?.code !== 220) return null
    await peer.encrypt()
    return peer.say(line)
  }

async function spoilHandshake({ talk }: ProbeTools): Promise<EncryptionOrderSeen['recovery']> {
  const said = await talk('hello', async (peer) => {
    await peer.say('STARTTLS')
    return peer.sayOctets(Buffer.from('this is no handshake\r\n'), 'this is no handshake\\r\\n')
  })
  const isGreeted = await talk('greeting', async () => true).catch(() => false)
  return { said, isGreeted }
}
