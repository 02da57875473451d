// `npm run fuzz`: a million inputs for everything that reads what others wrote, and sessions with servers that talk nonsense.
// `--seed N` repeats a run, `--from N --runs 1` a single input of it. Ends with status 1 on a crash, a hang, or a heap that grows.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { type Finding, inputLines } from './findings.ts'
import { inputFor } from './input.ts'
import { progressIn, progressMemory } from './progress.ts'
import type { Outcome, Plan } from './run.ts'
import { targets } from './targets/index.ts'
import type { WorkerData } from './worker.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    runs: { type: 'string', default: '1000000' },
    from: { type: 'string', default: '0' },
    sessions: { type: 'string', default: '3000' },
  },
})

/** A number of an option; ends the program where it is none. */
function numberOf(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  console.error(`--${name} ${text}: a whole number is wanted.`)
  process.exit(2)
}

const plan: Plan = {
  seed: values.seed === undefined ? randomInt(1_000_000) : numberOf('seed', values.seed),
  from: numberOf('from', values.from),
  inputs: numberOf('runs', values.runs),
  sessions: numberOf('sessions', values.sessions),
  // Far more than any input needs.
  seconds: 2,
}
/** MiB by which the heap may grow: what is compiled and remembered once, and no more for any number of inputs. */
const growth = 32
/** Milliseconds without an input being done after which the thread is taken for hung. */
const patience = 60_000

console.log(`seed ${plan.seed}: ${figure(plan.inputs)} inputs from ${plan.from}, ${figure(plan.sessions)} sessions`)
const outcome = await watched(plan)
for (const finding of outcome.findings) tell(finding)
const hangs = outcome.findings.filter(({ kind }) => kind === 'hang').length
const crashes = outcome.findings.length - hangs
const [before, after] = outcome.heap.map(Math.round)
const ends = Object.entries(outcome.outcomes).map(([name, count]) => `${figure(count)} ${name}`)
if (plan.sessions > 0) console.log(`${figure(plan.sessions)} sessions: ${ends.toSorted().join(', ')}`)
const hasGrown = outcome.heap[1] - outcome.heap[0] > growth
if (hasGrown) console.log(`The heap has grown by more than ${growth} MiB.`)
console.log(`${figure(plan.inputs)} inputs, ${crashes} crashes, ${hangs} hangs, heap ${before} → ${after} MiB`)
process.exitCode = outcome.findings.length > 0 || hasGrown ? 1 : 0

/** A thread that stands still is ended, and the input that it stands at is the finding. */
function watched(whole: Plan): Promise<Outcome> {
  const memory = progressMemory()
  const progress = progressIn(memory)
  const data: WorkerData = { plan: whole, memory }
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: data })
  const all = whole.inputs + whole.sessions
  const began = performance.now()
  let seen = { done: 0, at: began }
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      const now = performance.now()
      const done = progress.done()
      if (done !== seen.done) seen = { done, at: now }
      showProgress(done, all, now - began)
      if (now - seen.at < patience) return
      clearInterval(timer)
      void worker.terminate()
      resolve({ findings: [hangAt(whole, done)], heap: [0, 0], outcomes: {} })
    }, 1000)
    worker.once('message', (result: Outcome) => {
      clearInterval(timer)
      void worker.terminate()
      showProgress(all, all, performance.now() - began)
      resolve(result)
    })
    worker.once('error', reject)
  })
}

function hangAt({ seed, from, inputs }: Plan, done: number): Finding {
  const what = `it stood still for ${patience / 1000} seconds`
  if (done >= inputs) return { kind: 'hang', where: 'the sessions', index: done - inputs, what, reproduction: [] }
  const { target, octets } = inputFor(targets, seed, from + done)
  return { kind: 'hang', where: target.name, index: from + done, what, reproduction: inputLines(octets) }
}

function showProgress(done: number, all: number, milliseconds: number): void {
  if (!process.stderr.isTTY) return
  const share = Math.floor((done / Math.max(all, 1)) * 100)
  process.stderr.write(`\r${figure(done)} of ${figure(all)} (${share} %), ${Math.round(milliseconds / 1000)} s`)
  if (done === all) process.stderr.write('\n')
}

function tell({ kind, where, index, what, reproduction }: Finding): void {
  console.log(`\n${kind} in ${where}, number ${index}: ${what}`)
  for (const line of reproduction) console.log(`  ${line}`)
}

function figure(count: number): string {
  return count.toLocaleString('en')
}
