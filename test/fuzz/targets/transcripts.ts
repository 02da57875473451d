// The text form of a session, and the lines that a person types with escapes.
import { parseTranscript } from '#shared/transcript/parse.ts'
import { fromVisible, linesOf, visible } from '#shared/transcript/text.ts'
import { decode } from '../../../electron/engine/net/decode.ts'
import { unescaped } from '../../../electron/engine/smtp/raw-lines.ts'
import { entry } from '../../fakes/entries.ts'
import { transcripts as golden, octets } from '../corpus.ts'
import { assert, type Target } from '../target.ts'

export const transcripts: Target = {
  name: 'transcripts',
  share: 12,
  samples: octets([...golden, 'C: NOOP\\x0d\\x0a', 'S: 250 \\x1b[31m', '* note hello']),
  check(input) {
    const text = decode(input).text
    try {
      parseTranscript(text)
    } catch (error) {
      if (!(error instanceof Error && /^Line \d+ begins with neither/.test(error.message))) throw error
    }
    assert(fromVisible(visible(text)) === text, 'controls made visible are read back')
    const line = text.replace(/\s+/g, ' ').trim()
    const [written = ''] = linesOf(entry({ text: line }))
    const [read] = parseTranscript(written).lines
    assert(read?.by === 'server' && read.text === line, 'a line that is written down is read back')
    unescaped(text)
  },
}
