// The process of Chromium that draws a page: what it uses of the processor and of memory.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'

export type RendererProcess = {
  cpuSeconds(): Promise<number>
  /** Octets that are its own, as Chromium's task manager counts them; not a number where the system does not tell. */
  memory(): number
}

type Told = { readonly type: string; readonly id: number; readonly cpuTime: number }

/** That of the only page: it has worked most. */
export async function rendererOf(browser: Browser): Promise<RendererProcess> {
  const session = await browser.newBrowserCDPSession()
  const renderers = async (): Promise<Told[]> => {
    const { processInfo }: { processInfo: Told[] } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.filter(({ type }) => type === 'renderer').toSorted((one, other) => other.cpuTime - one.cpuTime)
  }
  const id = (await renderers())[0]?.id ?? 0
  return {
    cpuSeconds: async () => (await renderers()).find((one) => one.id === id)?.cpuTime ?? 0,
    memory: () => privateOctets(id),
  }
}

function privateOctets(id: number): number {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024
  } catch {
    return Number.NaN
  }
}

export type MainThread = { busySeconds(): Promise<number> }

/** From now on; of the processor, not of the clock, so that other programs do not count. */
export async function watchMainThread(page: Page): Promise<MainThread> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  const before = await busy()
  return { busySeconds: async () => (await busy()) - before }
}
