// The frame of a client that is measured: its job comes as a parameter, its figures go back to the harness.
import type { Job, Outcome } from './job.ts'

/** `open` answers what sends so many mails; whoever fails throws. */
export async function runMeasured(open: (job: Job) => Promise<(count: number) => Promise<void>>): Promise<void> {
  const job: Job = JSON.parse(process.argv[2] ?? '')
  const send = await open(job)
  const idleMemory = process.memoryUsage.rss()
  if (job.warmUp > 0) await send(job.warmUp)
  const memory = watchMemory()
  const cpu = process.cpuUsage()
  const began = performance.now()
  await send(job.count)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const outcome: Outcome = { seconds, cpuSeconds: (user + system) / 1e6, idleMemory, peakMemory: memory.end() }
  process.send?.(outcome, () => process.exit())
}

/** Milliseconds between two looks. */
const every = 20

function watchMemory(): { end(): number } {
  let peak = process.memoryUsage.rss()
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const timer = setInterval(look, every)
  return {
    end() {
      clearInterval(timer)
      look()
      return peak
    },
  }
}
