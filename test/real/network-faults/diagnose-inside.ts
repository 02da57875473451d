// Diagnoses, from within a network that fails in every way, and writes what came of it as JSON: results and summaries by check.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { diagnosed } from '../../fakes/diagnosed.ts'
import { fakeResolver } from '../../fakes/resolver.ts'
import type { NetworkFault } from './faults.ts'

const faults: readonly NetworkFault[] = JSON.parse(process.argv[2] ?? '[]')

const submission = createServer((socket) => socket.end()).listen(587, '0.0.0.0')
await once(submission, 'listening')
const found = await Promise.all(faults.map(diagnose))
submission.close()
process.stdout.write(JSON.stringify(found))

async function diagnose({ hosts, results }: NetworkFault) {
  const names = Object.keys(hosts)
  const resolver = fakeResolver({
    mx: { 'heloise.test': names.map((name, index) => [index, name] as const) },
    addresses: hosts,
  })
  const only = Object.keys(results)
  const report = await diagnosed(25, { text: 'heloise.test', level: 1, only, tools: { resolver, replyTimeout: 2 } })
  const told = report.checks.map(({ id, result, summary }) => [id, `${result}: ${summary.en}`] as const)
  return Object.fromEntries(told)
}
