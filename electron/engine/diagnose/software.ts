// Whose software a place runs, as far as its own words tell: advice can then name the setting that helps there.
import { type Provider, providerOf } from '#shared/explain/provider.ts'
import { offers } from '../smtp/capabilities.ts'
import type { Observed } from './observed.ts'

export function softwareOf({ endpoint, greeting, beforeTls, afterTls }: Observed): Provider | null {
  const told = providerOf('', { host: endpoint.host, greeting: greeting?.replace(/^\d{3}[ -]?/, '') })
  if (told !== null) return told
  const offered = [...(beforeTls ?? []), ...(afterTls ?? [])]
  return exchangeKeywords.some((keyword) => offers(offered, keyword)) ? 'microsoft' : null
}

/** Nobody but Exchange has them. */
const exchangeKeywords = ['X-EXPS', 'X-ANONYMOUSTLS', 'X-LINK2STATE']
