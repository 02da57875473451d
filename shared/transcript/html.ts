// A session as one HTML page that needs nothing else: for a ticket, a mail or a printer.
import type { Entry, Transcript } from '../values/transcript.ts'
import { linesOf } from './text.ts'

export function toHtml(transcript: Transcript, entries: readonly Entry[]): string {
  const title = escaped(transcript.name)
  const started = new Date(transcript.startedAt).toISOString()
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
<h1>${title}</h1>
<p>${started} · ${transcript.outcome}</p>
<table>
<thead><tr><th>Time</th><th>TLS</th><th>Stage</th><th>Line</th></tr></thead>
<tbody>
${entries.map(rowOf).join('\n')}
</tbody>
</table>
</html>
`
}

const style = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
body { margin: 2rem }
table { border-collapse: collapse; width: 100% }
th { text-align: left }
td { padding: 0.1rem 0.75rem 0.1rem 0; vertical-align: top; white-space: nowrap }
td:last-child { font-family: ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; width: 100% }
.client { color: light-dark(#0b5cad, #7cb7ff) }
.server { color: light-dark(#1b6e3c, #7fd8a0) }
.refusal { color: light-dark(#b3261e, #ff9d94) }
.event { color: light-dark(#666, #aaa) }
`

function rowOf(entry: Entry): string {
  const time = `${(entry.time / 1e6).toFixed(1)} ms`
  const text = linesOf(entry).map(escaped).join('\n')
  return `<tr class="${classOf(entry)}"><td>${time}</td><td>${entry.isTls ? '🔒' : ''}</td><td>${entry.stage}</td><td>${text}</td></tr>`
}

const classOf = ({ direction, text }: Entry): string =>
  direction === 'server' && /^[45]\d\d/.test(text) ? 'refusal' : direction

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
