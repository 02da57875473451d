// An answer of the server in one English phrase, for the log and for the result.
import { visible } from '#shared/transcript/text.ts'
import { groupOf } from './registry/groups.ts'
import { suiteOf } from './registry/suites.ts'
import { versionName } from './registry/versions.ts'
import type { Answer } from './talk.ts'
import { alertInWords } from './wire/alerts.ts'

export function answerInWords({ flight, end }: Pick<Answer, 'flight' | 'end'>): string {
  if (flight.hello !== null && end.kind !== 'malformed') return choiceInWords(flight.hello)
  if (flight.sslv2?.kind === 'server-hello') return 'answered in SSLv2'
  switch (end.kind) {
    case 'enough':
      return 'answered'
    case 'alert':
      return alertInWords(end.alert)
    case 'closed':
      return 'closed the connection'
    case 'broken':
      return end.code === '' ? 'broke off the connection' : `broke off the connection (${end.code})`
    case 'silent':
      return `said nothing within ${end.seconds} seconds`
    case 'foreign':
      return `answered without TLS: “${visible(end.octets.toString('latin1')).slice(0, 80)}”`
    case 'malformed':
      return `answered with faulty TLS: ${end.reason}`
  }
}

function choiceInWords({ version, suite, isRetry, group }: NonNullable<Answer['flight']['hello']>): string {
  const choice = `chose ${versionName(version)} with ${suiteOf(suite).name}`
  return isRetry && group !== null ? `${choice}, and asks for ${groupOf(group).name}` : choice
}
