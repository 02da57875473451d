import { expect, test } from 'vitest'
import { exportReport } from '#shared/report/export.ts'
import type { Finding, Report } from '#shared/values/report.ts'

const finding = (part: Partial<Finding>): Finding => ({
  id: 'EHL-01',
  group: 'EHL',
  name: { en: 'EHLO is answered', es: 'Se responde a EHLO' },
  result: 'pass',
  severity: 'info',
  endpoint: 'mx.example:25',
  summary: { en: 'It is.', es: 'Así es.' },
  advice: null,
  reference: 'RFC 5321 §4.1.1.1',
  evidence: [{ session: 'one', entry: 3 }],
  durationMs: 0,
  ...part,
})

const report: Report = {
  target: 'shop.example',
  role: 'domain',
  startedAt: '2030-01-31T12:00:00.000Z',
  durationMs: 1234,
  connections: 2,
  checks: [
    finding({}),
    finding({
      id: 'STL-01',
      name: { en: 'STARTTLS is offered', es: 'Se ofrece STARTTLS' },
      result: 'fail',
      severity: 'high',
      summary: {
        en: 'It says “<script>![x](//evil.example)</script>”\n# and more.',
        es: 'Dice “<script>![x](//evil.example)</script>”\n# y más.',
      },
      advice: { en: 'Turn it on.', es: 'Activarlo.' },
      reference: 'RFC 3207 §4',
    }),
  ],
  summary: { pass: 1, info: 0, warn: 0, fail: 1, indeterminate: 0, skipped: 0 },
  offers: [],
  scans: [],
  records: [],
  endpoints: [
    {
      endpoint: 'mx.example:25',
      host: 'mx.example',
      port: 25,
      address: '192.0.2.7',
      role: 'mx',
      state: 'open',
      durationMs: 12,
      phases: [],
      session: 'one',
    },
  ],
  failure: null,
}

test('a report in Markdown has the worst first, and what a server said is text alone', () => {
  expect(exportReport(report, 'markdown', 'en')).toEqual({
    name: 'Diagnosis of shop.example 2030-01-31 12.00.00.md',
    type: 'text/markdown',
    text: `# Diagnosis of shop.example

2030-01-31T12:00:00.000Z · 2 connections · 1.2 s

## Places

| Server | Address | Port | State |
| --- | --- | --- | --- |
| mx.example | 192.0.2.7 | 25 | open |

## Problems (1)

### STL-01 STARTTLS is offered

It says “\\<script\\>\\!\\[x\\](//evil.example)\\</script\\>” \\# and more.

**What helps:** Turn it on.

mx.example:25 · RFC 3207 §4

## Good (1)

- EHL-01 EHLO is answered: mx.example:25
`,
  })
})

test('a report in HTML runs nothing that a server said', () => {
  const { name, text } = exportReport(report, 'html', 'es')
  expect([name, text.slice(text.indexOf('<h1>'))]).toEqual([
    'Diagnóstico de shop.example 2030-01-31 12.00.00.html',
    `<h1>Diagnóstico de shop.example</h1>
<p>2030-01-31T12:00:00.000Z · 2 conexiones · 1.2 s</p>
<h2>Lugares</h2>
<table>
<thead><tr><th>Servidor</th><th>Dirección</th><th>Puerto</th><th>Estado</th></tr>
</thead>
<tbody>
<tr><td>mx.example</td><td>192.0.2.7</td><td>25</td><td>abierto</td></tr>
</tbody>
</table>
<h2>Problemas (1)</h2>
<article class="fail">
<h3><code>STL-01</code> Se ofrece STARTTLS</h3>
<p>Dice “&lt;script&gt;![x](//evil.example)&lt;/script&gt;” # y más.</p>
<p><strong>Qué ayuda:</strong> Activarlo.</p>
<p class="foot">mx.example:25 · <a href="https://www.rfc-editor.org/rfc/rfc3207#section-4">RFC 3207 §4</a></p>
</article>
<h2>Bien (1)</h2>
<ul>
<li><code>EHL-01</code> Se responde a EHLO <span class="foot">mx.example:25</span></li>
</ul>
</html>
`,
  ])
})

test('a report in JSON is the report, in one language', () => {
  const { checks, ...rest } = JSON.parse(exportReport(report, 'json', 'es').text)
  const { checks: given, ...expected } = report
  const spanish = given.map(({ name, summary, advice, ...finding }) => ({
    ...finding,
    name: name.es,
    summary: summary.es,
    advice: advice?.es ?? null,
  }))
  expect([rest, checks]).toEqual([expected, spanish])
})

test('a report that could not begin says why', () => {
  const failure: Report['failure'] = {
    kind: 'host-invalid',
    stage: 'input',
    message: 'No host.',
    reply: null,
    fault: 'ours',
    advice: 'Write one.',
    facts: { host: 'a b' },
  }
  const { text } = exportReport({ ...report, checks: [], endpoints: [], failure }, 'markdown', 'en')
  expect(text.split('\n\n').slice(2).join()).toMatch(/a b/)
})
