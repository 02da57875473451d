// Why a conversation could not go on, for a person: what happened, the server's words, what to do, the rule behind it.
import { explainFailure } from '#shared/explain/failures.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Output, Terminal } from './terminal.ts'

export function writeWhyCard(
  failure: Failure,
  output: Output,
  { language, words }: Pick<Terminal, 'language' | 'words'>,
): void {
  const { colors } = output
  const { title, happened, advice, fault, rfc } = explainFailure(failure, language)
  const lines = [
    colors.bold(visible(title)),
    visible(happened),
    ...(failure.reply === null ? [] : [`${colors.dim(`${words.serverSaid}:`)} ${replyText(failure.reply)}`]),
    `${colors.dim(`${words.whatToDo}:`)} ${visible(advice)}`,
    colors.dim([fault, rfc].filter((part) => part !== null).join(' · ')),
  ]
  output.write(lines.map((line) => `  ${line}\n`).join(''))
}

/** A reply on one line, as the server worded it. */
export const replyText = ({ code, enhanced, text }: Reply): string =>
  visible([code, enhanced, text.replaceAll('\n', ' ')].filter((part) => part !== null && part !== '').join(' '))
