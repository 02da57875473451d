// Every step to the MTA-STS policy of a domain, with what it showed: for who judges the policy and does not send by it.
import { fetchPolicy } from './fetch-policy.ts'
import type { FetchedText, FetchTools } from './fetch-text.ts'
import { type ReadPolicy, readStsPolicy } from './sts-policy.ts'
import { readStsRecord, type StsRecord } from './sts-record.ts'

export type StsSurvey = {
  readonly record: StsRecord
  /** Null where no policy is announced. */
  readonly fetched: FetchedText | null
  /** Null where there is no text to read. */
  readonly read: ReadPolicy | null
}

/** `texts`: every TXT record at `_mta-sts`. Throws `stopped` alone. */
export async function surveySts(
  domain: string,
  texts: readonly string[],
  tools: FetchTools & { readonly fetch?: typeof fetchPolicy },
): Promise<StsSurvey> {
  const record = readStsRecord(texts)
  if (record.kind === 'absent') return { record, fetched: null, read: null }
  const fetched = await (tools.fetch ?? fetchPolicy)(domain, tools)
  return { record, fetched, read: fetched.kind === 'text' ? readStsPolicy(fetched.text) : null }
}
