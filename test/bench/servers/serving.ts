// The frame of a server that runs as a process of its own: it tells where it is, and what it uses when it is asked.
import type { Usage } from './start.ts'

/** `close` is called when the harness goes. */
export function tellHarness(place: number | string, close: () => Promise<void> | void = () => {}): void {
  process.on('message', (asked) => {
    if (asked !== 'usage') return
    const { user, system } = process.cpuUsage()
    const memory = process.memoryUsage.rss()
    globalThis.gc?.()
    const usage: Usage = { cpuSeconds: (user + system) / 1e6, memory, heap: process.memoryUsage().heapUsed }
    process.send?.(usage)
  })
  process.on('disconnect', async () => {
    await close()
    process.exit()
  })
  process.send?.(place)
}
