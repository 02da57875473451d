// Sends two mails with long lines, and looks how they arrive where that can be seen: to an address of the person's own, else to the
// postmaster of a server that takes mail for its domains.
import { say } from '#shared/explain/words.ts'
import { longBodyLine } from '../checks/long-body-line.ts'
import { isGreeted } from '../preconditions.ts'
import { probe } from '../probe.ts'
import { awaitAll, type Delivered, patience, sendAlone } from './deliver.ts'
import { canLogIn } from './log-in.ts'
import { allowedLine, longerLine } from './test-texts.ts'

export type LongLinesSeen = {
  /** Null where there is nobody to send to. */
  readonly mails: { readonly allowed: Delivered; readonly longer: Delivered } | null
  /** Whether anybody watches what arrives. */
  readonly isWatched: boolean
}

const stranger = 'heloise@example.org'

export const longLinesProbe = probe<LongLinesSeen>({
  doing: say('Sending long lines', 'Enviando líneas largas'),
  level: 3,
  checks: [longBodyLine],
  connections: () => 2,
  waits: ({ mailbox }) => (mailbox === null ? 0 : patience),
  isFor: isGreeted,
  async look(observed, tools) {
    const { mailbox, sink, domain } = tools
    const { endpoint } = observed
    const postmaster = endpoint.role === 'mx' ? { to: `postmaster@${domain ?? endpoint.host}`, from: stranger } : null
    const envelope = mailbox === null ? postmaster : { to: mailbox }
    if (envelope === null) return { mails: null, isWatched: false }
    const isLoggedIn = mailbox !== null && canLogIn(observed, tools)
    const mail = (line: string) => sendAlone({ ...envelope, body: `${line}\r\n` }, isLoggedIn, tools)
    const sent = [await mail(allowedLine), await mail(longerLine)]
    const isWatched = mailbox !== null && sink !== null
    const [allowed, longer] = isWatched ? await awaitAll(sent, tools) : sent.map((one) => ({ ...one, arrived: null }))
    return { mails: allowed === undefined || longer === undefined ? null : { allowed, longer }, isWatched }
  },
})
