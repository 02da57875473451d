// `npm start`: opens the desktop window, or the same app in the browser where that window cannot open.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { buildIfStale, root } from './built.ts'
import { obstacle } from './desktop.ts'
import { fetchElectron, findElectron } from './electron-binary.ts'

buildIfStale()
const binary = findElectron() ?? (await fetchElectron())
const reason = binary === null ? "Electron's binary is missing and cannot be downloaded here" : obstacle(binary)
if (binary !== null && reason === null) openWindow(binary)
else await openInBrowser(reason ?? '')

function openWindow(binary: string): void {
  const child = spawn(binary, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (status, signal) => {
    process.exitCode = signal === null ? (status ?? 1) : 128 + constants.signals[signal]
  })
}

/** The web door runs in this very process, with the arguments it was given. */
async function openInBrowser(reason: string): Promise<void> {
  console.log(`${reason}; opening Heloise in the browser instead.`)
  await import(new URL('../out/main/web.js', import.meta.url).href)
}
