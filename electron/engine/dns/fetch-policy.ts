// The text of an MTA-STS policy, by HTTPS (RFC 8461 §3.3).
import { type FetchedText, type FetchTools, fetchText } from './fetch-text.ts'

/** `domain` in A-labels. Throws `stopped` alone. */
export const fetchPolicy = (domain: string, tools: FetchTools): Promise<FetchedText> =>
  fetchText({ host: `mta-sts.${domain}`, path: '/.well-known/mta-sts.txt', types: ['text/plain'] }, tools)
