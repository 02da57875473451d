// Whether Electron's window can open on this machine as it is: its sandbox is never switched off to make it run.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Why the window cannot open, as the beginning of a sentence; null where nothing speaks against it. */
export function obstacle(binary: string): string | null {
  if (process.platform !== 'linux' || process.env.ELECTRON_OVERRIDE_DIST_PATH) return null
  if (process.getuid?.() === 0) return 'Electron does not run as root'
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no screen here'
  if (!hasSandbox(binary)) return "Electron's sandbox is not available to this user"
  return null
}

/** Chromium's sandbox needs user namespaces, or its helper owned by root with the setuid bit. */
function hasSandbox(binary: string): boolean {
  const areNamespacesOff =
    setting('kernel/unprivileged_userns_clone') === '0' ||
    setting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('user/max_user_namespaces') === '0'
  return !areNamespacesOff || isSetuidRoot(join(dirname(binary), 'chrome-sandbox'))
}

function setting(name: string): string | null {
  const file = `/proc/sys/${name}`
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

function isSetuidRoot(file: string): boolean {
  if (!existsSync(file)) return false
  const { uid, mode } = statSync(file)
  return uid === 0 && (mode & 0o4000) !== 0
}
