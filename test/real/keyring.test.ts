// Passwords in a real keyring of the system: GNOME Keyring behind the Secret Service, in a session of its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const home = mkdtempSync(join(tmpdir(), 'heloise-keyring-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const isMissing = ['dbus-run-session', 'gnome-keyring-daemon'].some((name) => spawnSync(name, ['--version']).error)
const probe = join(import.meta.dirname, 'keyring/probe.ts')

test.skipIf(isMissing)('a secret outlives the process that kept it, and is gone when it is removed', () => {
  const told = inSession(
    `"$NODE" "$PROBE" set profile-1 'Contraseña 7ñ€'`,
    '"$NODE" "$PROBE" get profile-1',
    '"$NODE" "$PROBE" remove profile-1',
  )
  expect(told).toEqual([
    { kind: 'os', secret: 'Contraseña 7ñ€' },
    { kind: 'os', secret: 'Contraseña 7ñ€' },
    { kind: 'os', secret: null },
  ])
})

/** The bus, and the keyring that it starts, end with the session. */
function inSession(...commands: string[]): unknown[] {
  const script = ['printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1', ...commands].join(
    '\n',
  )
  const { stdout } = spawnSync('dbus-run-session', ['--', 'bash', '-c', script], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: home, NODE: process.execPath, PROBE: probe },
    timeout: 50_000,
  })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
