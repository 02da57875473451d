// The thread that runs; the other one watches that it goes on.
import { parentPort, workerData } from 'node:worker_threads'
import { progressIn } from './progress.ts'
import { type Plan, run } from './run.ts'
import { targets } from './targets/index.ts'

export type WorkerData = { readonly plan: Plan; readonly memory: SharedArrayBuffer }

const { plan, memory } = workerData as WorkerData
parentPort?.postMessage(await run(plan, targets, progressIn(memory)))
