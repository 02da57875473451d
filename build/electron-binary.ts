// Where Electron's binary is, and fetching it by Electron's own installer where it is missing.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './built.ts'

const electron = join(root, 'node_modules/electron')

/** The binary that is there, or null. `ELECTRON_OVERRIDE_DIST_PATH` is the electron package's own variable. */
export function findElectron(): string | null {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(electron, 'dist')
  const binary = join(folder, executable[process.platform] ?? 'electron')
  return existsSync(binary) ? binary : null
}

/** Downloads the binary; gives up once nothing has arrived for a few seconds. */
export async function fetchElectron(): Promise<string | null> {
  // A temporary folder of its own shows how much has arrived.
  const temporary = mkdtempSync(join(tmpdir(), 'heloise-electron-'))
  try {
    const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' }
    const installer = spawn(process.execPath, [join(electron, 'install.js')], { env, stdio: 'ignore' })
    await endsOrStalls(installer, () => sizeOf(temporary) + sizeOf(join(electron, 'dist')))
    return findElectron()
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

const executable: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** Milliseconds without a new octet after which a download is given up, and between two looks at it. */
const patience = 5_000
const interval = 500

async function endsOrStalls(installer: ChildProcess, size: () => number): Promise<void> {
  const ended = new Promise<true>((resolve) => {
    installer.once('exit', () => resolve(true))
    installer.once('error', () => resolve(true))
  })
  let [known, quiet] = [0, 0]
  while (!(await Promise.race([ended, pause(interval)]))) {
    const now = size()
    if (known === 0 && now > 0) console.log('Downloading Electron, once (about 120 MB) …')
    quiet = now === known ? quiet + interval : 0
    known = now
    if (quiet < patience) continue
    installer.kill()
    await ended
    return
  }
}

function pause(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, false))
}

/** Octets of all files below a folder, as far as they can be read now. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  } catch {
    return 0
  }
}
