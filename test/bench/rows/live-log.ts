// The protocol log with a million lines: how fast its model takes them, and how the window bears them in a Chromium.
import type { Page } from '@playwright/test'
import { findChromium } from '../../../build/test-needs.ts'
import { launchBrowser } from '../../e2e/web.ts'
import { runLogModel } from '../clients/start.ts'
import type { Absent, Contender, Figures, Row } from '../row.ts'
import { startProgram } from '../servers/start.ts'
import { missingForWindow } from './built-window.ts'
import { rendererOf, watchMainThread } from './renderer-process.ts'

const mib = 1024 * 1024

export const liveLog: Row = {
  name: 'log',
  title: 'A session of a million lines in the protocol log (200,000 with --quick)',
  rounds: 1,
  targets: [
    { of: 'the model', figure: 'lines/s', bound: 'at least', value: 50_000, against: null },
    { of: 'the window', figure: 'frames/s', bound: 'at least', value: 59, against: null },
    { of: 'the window', figure: 'MiB', bound: 'at most', value: 300, against: null },
  ],
  async open(servers, size) {
    const count = size.mails(1_000_000)
    return [model(count), inChromium(count, servers)]
  },
}

const model = (count: number): Contender => ({
  name: 'the model',
  async run() {
    const { seconds, cpuSeconds, idleMemory, peakMemory } = await runLogModel({ count, warmUp: 0 })
    return {
      'lines/s': count / seconds,
      'CPU µs/line': (cpuSeconds * 1e6) / count,
      MiB: (peakMemory - idleMemory) / mib,
    }
  },
})

function inChromium(count: number, servers: AsyncDisposableStack): Contender | Absent {
  const missing = missingForWindow() ?? (findChromium() === null ? 'there is no Chromium' : null)
  if (missing !== null) return { name: 'the window', missing }
  return {
    name: 'the window',
    async run() {
      const { child, place: address } = await startProgram<string>('live-log', servers)
      const browser = await launchBrowser()
      try {
        const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
        await page.goto(address)
        await page.getByRole('button', { name: 'Send', exact: true }).waitFor()
        const renderer = await rendererOf(browser)
        const cpu = await renderer.cpuSeconds()
        const began = performance.now()
        child.send(count)
        await page.locator(`[role=grid][aria-rowcount="${count}"]`).waitFor({ timeout: longest })
        const seconds = (performance.now() - began) / 1000
        const used = (await renderer.cpuSeconds()) - cpu
        const scrolled = await scroll(page)
        return {
          'lines/s': count / seconds,
          'CPU µs/line': (used * 1e6) / count,
          ...scrolled,
          MiB: renderer.memory() / mib,
        }
      } finally {
        await browser.close()
      }
    },
  }
}

/** Milliseconds until the lines have to be there. */
const longest = 600_000

/** From the first line on, a screenful with each frame. */
async function scroll(page: Page): Promise<Figures> {
  const mainThread = await watchMainThread(page)
  const intervals = await page.locator('[role=grid]').evaluate(async (grid) => {
    const frames = 300
    const screenful = grid.clientHeight
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const times = [await nextFrame()]
    for (let frame = 0; frame < frames; frame += 1) {
      grid.scrollTop = screenful * frame
      times.push(await nextFrame())
    }
    return times.slice(1).map((time, index) => time - (times[index] ?? 0))
  })
  const busy = await mainThread.busySeconds()
  const seconds = intervals.reduce((sum, interval) => sum + interval, 0) / 1000
  return { 'frames/s': intervals.length / seconds, 'main thread ms/frame': (busy * 1000) / intervals.length }
}
