// What the browser tests need of the machine: a Chromium, and for the desktop a binary of Electron that can run here.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { obstacle } from './desktop.ts'
import { findElectron } from './electron-binary.ts'

/** The path of a Chromium or Chrome, or null: Playwright's own, that of `CHROMIUM`, or one on the path. */
export function findChromium(): string | null {
  const known = [process.env.CHROMIUM, chromium.executablePath(), ...usualPlaces, ...namesOnPath()]
  return known.find((file) => file !== undefined && isProgram(file)) ?? null
}

/** Finds a Chromium, installing Debian's where this user may do that. */
export function provideChromium(): string | null {
  return findChromium() ?? (canInstall() && install('chromium') ? findChromium() : null)
}

/** Why the desktop tests cannot run here, or null where they can. */
export function desktopObstacle(): string | null {
  const binary = findElectron()
  return binary === null ? "Electron's binary is missing" : obstacle(binary)
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

function namesOnPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** On a system of Debian's kind, as root. */
function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
}

function install(name: string): boolean {
  console.log(`Installing ${name} …`)
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  const get = () => apt('install', '-y', '--no-install-recommends', name)
  return get() || (apt('update') && get())
}
