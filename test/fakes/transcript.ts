// The files in test/transcripts: comments (#), what the server says (S:), what the client says (C:), and what happens
// beside that (*): `tls`, `hang up`, `reset`, `silence`. A connection begins with each `* connect`, the first by itself.
import { readFileSync } from 'node:fs'

export type Step =
  | { readonly kind: 'server' | 'client'; readonly text: string }
  | { readonly kind: 'tls' | 'hang up' | 'reset' | 'silence' }

/** One list of steps a connection. */
export type Script = readonly (readonly Step[])[]

export function readTranscript(name: string): string[] {
  const text = readFileSync(new URL(`../transcripts/${name}.txt`, import.meta.url), 'utf8')
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

export function toScript(lines: readonly string[]): Script {
  const connections: Step[][] = [[]]
  for (const line of lines) {
    if (line === '* connect') connections.push([])
    else connections.at(-1)?.push(toStep(line))
  }
  return connections
}

function toStep(line: string): Step {
  const text = line.slice(3)
  if (line.startsWith('S:')) return { kind: 'server', text }
  if (line.startsWith('C:')) return { kind: 'client', text }
  const event = line.slice(2)
  if (event === 'tls' || event === 'hang up' || event === 'reset' || event === 'silence') return { kind: event }
  throw new Error(`Not a line of a transcript: ${line}`)
}
