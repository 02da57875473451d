// Why a conversation could not go on, for a person: what happened, the server's words, what to do, the rule behind it.
import { causeOfFailure, explainFailure } from '#shared/explain/failures.ts'
import { codesOf } from '#shared/explain/refusal.ts'
import { replyText } from '#shared/explain/reply-text.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Output, Terminal } from './terminal.ts'
import { wrapWords } from './wrap.ts'

type Reader = Pick<Terminal, 'language' | 'words' | 'columns'>

/** `hint`: what the advice means on the command line, where there is no form to change: the options to add. */
export function writeWhyCard(failure: Failure, output: Output, reader: Reader, hint: string | null = null): void {
  const { words, language, columns } = reader
  const { bold, dim } = output.colors
  const { title, happened, advice, side, retry, rfc } = explainFailure(failure, language)
  const wrapped = (text: string) => wrapWords(visible(text), margin, columns)
  const lines = [
    bold(wrapped(title)),
    wrapped(happened),
    ...serverLines(failure, output, reader),
    labelled(words.whatToDo, wrapped(`${words.whatToDo}: ${advice}`), dim),
    ...(hint === null ? [] : [labelled(words.optionHint, `${words.optionHint}: ${hint}`, dim)]),
    dim(wrapped([side, retry, rfc].filter((part) => part !== null).join(' · '))),
  ]
  output.write(lines.map((line) => `  ${line}\n`).join(''))
}

const margin = 2

/** Its words as they are; and what its codes say, where the words tell nothing that is known. */
function serverLines(failure: Failure, { colors }: Output, { words, language, columns }: Reader): string[] {
  const { reply } = failure
  if (reply === null) return []
  const said = `${colors.dim(`${words.serverSaid}:`)} ${onOneLine(reply)}`
  if (causeOfFailure(failure) !== null) return [said]
  const codes = wrapWords(`${words.codesSay}: ${codesOf(reply)[language]}`, margin, columns)
  return [said, labelled(words.codesSay, codes, colors.dim)]
}

/** A text that begins with its label, the label less bright. */
const labelled = (label: string, text: string, dim: (text: string) => string): string =>
  text.startsWith(`${label}:`) ? `${dim(`${label}:`)}${text.slice(label.length + 1)}` : text

/** A reply on one line, as the server worded it. */
export const onOneLine = (reply: Reply): string => visible(replyText(reply).replaceAll('\n', ' '))
