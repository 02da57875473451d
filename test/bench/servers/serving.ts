// The frame of a server that runs as a process of its own: it tells its port, and what it uses when it is asked.
import type { Usage } from './start.ts'

/** `close` is called when the harness goes. */
export function tellHarness(port: number, close: () => Promise<void> | void = () => {}): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    const usage: Usage = { cpuSeconds: (user + system) / 1e6, memory: process.memoryUsage.rss() }
    process.send?.(usage)
  })
  process.on('disconnect', async () => {
    await close()
    process.exit()
  })
  process.send?.(port)
}
