// What the resolver gave no answer to, asked once more of a name server of the zone itself.
import type { DnsAnswer } from '../../dns/index.ts'
import { asked } from '../asked.ts'
import type { Answered } from './answered.ts'
import { atUsualPort, type Delegation, type DelegationTools } from './delegation.ts'

export type AtSource = {
  readonly name: string
  readonly server: string
  /** It knows, or knows that there is nothing. */
  readonly isAnswered: boolean
}

/** One name server is busy with few questions. */
const mostQuestions = 4

/** Throws `stopped` alone. */
export async function askSource(
  answers: readonly Answered[],
  { zone, servers }: Delegation,
  { signal, nameServer = atUsualPort }: DelegationTools,
): Promise<AtSource[]> {
  const source = servers.flatMap(({ name, answers: own }) => own.map((one) => ({ ...one, name }))).find(isSound)
  if (zone === null || source === undefined) return []
  const failed = answers.filter(({ name, failure }) => failure !== null && (name === zone || name.endsWith(`.${zone}`)))
  return Promise.all(
    failed.slice(0, mostQuestions).map(async ({ name, type }) => {
      const answer = await asked(() => nameServer(source.address)({ name, type }, signal))
      return { name, server: source.name, isAnswered: isAnswer(answer) }
    }),
  )
}

type Said = Awaited<ReturnType<typeof asked<DnsAnswer>>>

const isSound = ({ answer }: { readonly answer: Said }): boolean => isAnswer(answer)

const isAnswer = (answer: Said): boolean =>
  'value' in answer && answer.value.isAuthoritative && ['NOERROR', 'NXDOMAIN'].includes(answer.value.rcode)
