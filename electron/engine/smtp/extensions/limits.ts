// LIMITS (RFC 9422): how many mails a session, recipients a mail, and domains a mail the server bears. Obeyed, never asked about.
import { parseRecipient } from '#shared/address/index.ts'
import { type Extension, isInUse, type Occasion, parametersOf } from './extension.ts'

export const limits: Extension = { keyword: 'LIMITS', rfc: 'RFC 9422 §4' }

export type ServerLimits = {
  readonly mails: number
  readonly recipients: number
  readonly domains: number
}

/** Infinity where the server names none. */
export function serverLimits(occasion: Pick<Occasion, 'wire' | 'capabilities'>): ServerLimits {
  const parameters = isInUse('LIMITS', occasion) ? parametersOf('LIMITS', occasion.capabilities) : []
  return {
    mails: figureOf('MAILMAX', parameters),
    recipients: figureOf('RCPTMAX', parameters),
    domains: figureOf('RCPTDOMAINMAX', parameters),
  }
}

/** The recipients in shares that each fit into one mail, in their order. */
export function shareRecipients(
  recipients: readonly string[],
  { recipients: most, domains }: ServerLimits,
): string[][] {
  const isUnlimited = recipients.length <= most && domains === Number.POSITIVE_INFINITY
  if (isUnlimited && recipients.length > 0) return [[...recipients]]
  const shares: { to: string[]; domains: Set<string> }[] = []
  for (const address of recipients) {
    const domain = domainOf(address)
    const fits = shares.find(
      (share) => share.to.length < most && (share.domains.has(domain) || share.domains.size < domains),
    )
    if (fits === undefined) shares.push({ to: [address], domains: new Set([domain]) })
    else {
      fits.to.push(address)
      fits.domains.add(domain)
    }
  }
  return shares.map(({ to }) => to)
}

/** RFC 9422 §4: figures of one to six digits that do not begin with 0; anything else limits nothing. */
function figureOf(name: string, parameters: readonly string[]): number {
  const pattern = new RegExp(`^${name}=([1-9]\\d{0,5})$`, 'i')
  const figure = parameters.map((text) => pattern.exec(text)?.[1]).find((one) => one !== undefined)
  return figure === undefined ? Number.POSITIVE_INFINITY : Number(figure)
}

function domainOf(address: string): string {
  const parsed = parseRecipient(address)
  return parsed.kind === 'mailbox' ? parsed.mailbox.domain.toLowerCase() : ''
}
