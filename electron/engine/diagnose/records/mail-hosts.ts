// The hosts that a domain's MX records name, each with what DNS says of it.
import type { RecordOf } from '../../dns/index.ts'
import type { Answered } from './answered.ts'
import type { Asker } from './asker.ts'

export type MailHost = {
  /** As the record has it, without the dot at its end. */
  readonly name: string
  /** The A and AAAA answers; empty for what is no name that could be asked for. */
  readonly addresses: readonly Answered[]
}

/** More than any domain needs; those after it are not asked for. */
const mostHosts = 20

export const mxOf = ({ records }: Answered): RecordOf<'MX'>[] =>
  records.filter((record): record is RecordOf<'MX'> => record.type === 'MX')

/** RFC 7505 §3: the root names no host. */
export const isNullMx = ({ exchange }: Pick<RecordOf<'MX'>, 'exchange'>): boolean => exchange === '' || exchange === '.'

export const mxHostsOf = (mx: Answered): string[] => [
  ...new Set(
    mxOf(mx)
      .filter((record) => !isNullMx(record))
      .map(({ exchange }) => exchange.replace(/\.$/, '').toLowerCase()),
  ),
]

export function findMailHosts(mx: Answered, { ask }: Asker): Promise<MailHost[]> {
  const hosts = mxHostsOf(mx).slice(0, mostHosts)
  return Promise.all(
    hosts.map(async (name) => ({ name, addresses: await Promise.all([ask(name, 'A'), ask(name, 'AAAA')]) })),
  )
}
