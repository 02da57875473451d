// Which recipients are not taken: a way to choose on the left, the reply that refuses one on the right.
import type { Reply } from '#shared/values/reply.ts'
import type { Envelope, World } from './acts.ts'
import { limits } from './limits.ts'
import { replies, reply } from './replies.ts'
import type { Behaviour } from './scenarios.ts'

/** Null takes it. */
type Refusal = (address: string, envelope: Envelope, world: World) => Reply | null

const beyond =
  (most: number): Refusal =>
  (_, { to }) =>
    to.length >= most ? replies.tooManyRecipients : null

const beyondAll = beyond(limits.recipients)

/** Taken, refused, put off, and so on. */
const mixture = [null, reply(550, '5.1.1', 'Nobody here is called that'), reply(450, '4.2.0', 'Try again later')]

export const recipientRefusals: Readonly<Record<Behaviour['recipients'], Refusal>> = {
  taken: beyondAll,
  few: beyond(2),
  greylisted: (address, envelope, world) =>
    world.isNew(envelope.from, address)
      ? reply(450, '4.7.1', 'Greylisted: the next try will be taken')
      : beyondAll(address, envelope, world),
  own: (address, envelope, world) => beyondAll(address, envelope, world) ?? strangerRefusal(address),
  mixed: (address, envelope, world) =>
    mixture[(envelope.asked - 1) % mixture.length] ?? beyondAll(address, envelope, world),
}

/** What a server says that has a domain and two mailboxes. */
function strangerRefusal(address: string): Reply | null {
  const [local = '', domain = 'localhost'] = address.toLowerCase().split('@')
  if (!ownDomains.has(domain)) return reply(554, '5.7.1', 'Relay access denied')
  return ownMailboxes.has(local) ? null : reply(550, '5.1.1', 'Nobody here is called that')
}

const ownDomains = new Set(['localhost', '127.0.0.1', '[127.0.0.1]', '[ipv6:::1]'])
const ownMailboxes = new Set(['postmaster', 'abuse'])
