// Who sends in the name of a domain, as far as a person told: what SPF, DKIM and DMARC make of it.
import { isDomain } from '#shared/address/index.ts'
import { plainName } from '../../dns/index.ts'
import { authorOf, fieldValue, type RawMessage, readMessage } from '../dkim/raw-message.ts'
import { readSignature } from '../dkim/signature.ts'
import { type VerifiedSignature, verifySignatures } from '../dkim/verify.ts'
import { isAligned } from './alignment.ts'
import type { Asker } from './asker.ts'
import { type DmarcSeen, findDmarc } from './dmarc-tree.ts'
import { checkHost, type SpfOutcome } from './spf-check.ts'
import { tagOf } from './tag-list.ts'

export type SenderWish = {
  /** Addresses of servers that send; none where nobody knows them. */
  readonly addresses: readonly string[]
  /** MAIL FROM; null for that of the message, or postmaster of the domain. */
  readonly mailFrom: string | null
  /** What the server calls itself; null for the domain. */
  readonly helo: string | null
  /** The address in From; null for that of the message, or the domain. */
  readonly from: string | null
  /** A whole mail, as it was received. */
  readonly message: Uint8Array | null
  /** The server of the profile, for the records that should name it. */
  readonly relay: { readonly host: string; readonly port: number } | null
  /** Selectors whose keys are asked for beside the usual ones. */
  readonly selectors: readonly string[]
}

export const nobody: SenderWish = {
  addresses: [],
  mailFrom: null,
  helo: null,
  from: null,
  message: null,
  relay: null,
  selectors: [],
}

export type SenderSeen = {
  /** Domain of From. */
  readonly author: string
  /** Domain that SPF is asked about. */
  readonly returnDomain: string
  readonly helo: string
  /** One for each address. */
  readonly spf: readonly (SpfOutcome & { readonly address: string })[]
  readonly dmarc: DmarcSeen
  /** Null where no message was given. */
  readonly signatures: readonly SignatureSeen[] | null
  readonly isReturnAligned: boolean
  readonly relay: SenderWish['relay']
}

export type SignatureSeen = VerifiedSignature & { readonly isAligned: boolean }

/** More than a server has. */
const mostAddresses = 4

/** Throws `stopped` alone. */
export async function findSender(domain: string, wish: SenderWish, asker: Asker, now: Date): Promise<SenderSeen> {
  const message = wish.message === null ? null : readMessage(wish.message)
  const author = domainOf(wish.from ?? (message && authorOf(message)) ?? '') ?? domain
  const mailbox = wish.mailFrom ?? (message && returnPath(message)) ?? ''
  const helo = wish.helo ?? domain
  // RFC 7208 §2.4: without MAIL FROM the name of the server is what counts.
  const returnDomain = domainOf(mailbox) ?? (mailbox === '<>' || wish.mailFrom === '' ? helo : domain)
  const sender = { mailbox: mailbox.includes('@') ? mailbox : `postmaster@${returnDomain}`, helo }
  const dmarc = await findDmarc(author, asker)
  const mode = (tag: string) => (dmarc.record === null ? 'r' : (tagOf(dmarc.record.tags, tag) ?? 'r'))
  const [spf, signatures, isReturnAligned] = await Promise.all([
    Promise.all(
      wish.addresses
        .slice(0, mostAddresses)
        .map(async (address) => ({ address, ...(await checkHost(returnDomain, { ...sender, address }, asker)) })),
    ),
    message === null ? null : verifySignatures(message, asker, now),
    isAligned(returnDomain, author, mode('aspf'), asker),
  ])
  const aligned = await Promise.all(
    (signatures ?? []).map(({ signature }) => isAligned(signature.domain, author, mode('adkim'), asker)),
  )
  return {
    author,
    returnDomain,
    helo,
    spf,
    dmarc,
    signatures: signatures?.map((one, index) => ({ ...one, isAligned: aligned[index] === true })) ?? null,
    isReturnAligned,
    relay: wish.relay,
  }
}

/** Null where neither an address nor a mail names one. */
export function authorDomain({ from, message }: Pick<SenderWish, 'from' | 'message'>): string | null {
  const address = from ?? (message === null ? null : authorOf(readMessage(message)))
  return address === null ? null : domainOf(address)
}

/** Selectors of the keys that a message was signed with, for one domain. */
export function selectorsIn(message: Uint8Array | null, domain: string): string[] {
  if (message === null) return []
  return readMessage(message)
    .fields.filter(({ name }) => name === 'dkim-signature')
    .map(readSignature)
    .filter((signature) => signature.domain === domain && signature.selector !== '')
    .map(({ selector }) => selector)
}

function returnPath({ fields }: RawMessage): string | null {
  const field = fields.find(({ name }) => name === 'return-path')
  return field === undefined ? null : (/<([^<>]*)>/.exec(fieldValue(field))?.[1] ?? null)
}

function domainOf(address: string): string | null {
  const domain = plainName(address.slice(address.lastIndexOf('@') + 1))
  return domain !== '' && isDomain(domain) ? domain : null
}
