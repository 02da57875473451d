// The built app under `out/`, built now where it is missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

const products = [
  'out/main/shell.js',
  'out/main/web.js',
  'out/main/cli.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

export function buildIfMissing(): void {
  if (!products.every((file) => existsSync(join(root, file)))) build()
}

export function build(): void {
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('Heloise could not be built.')
}
