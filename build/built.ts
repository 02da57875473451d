// The built app under `out/`, built now where it is missing or older than what it is built from.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

const products = [
  'out/main/shell.js',
  'out/main/web.js',
  'out/main/cli.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

const sources = ['electron/**/*.*', 'renderer/**/*.*', 'shared/**/*.*', 'electron.vite.config.ts', 'package-lock.json']

export function buildIfMissing(): void {
  if (!isBuilt()) build()
}

export function buildIfStale(): void {
  if (!isBuilt() || Math.max(...timesOf(globSync(sources, { cwd: root }))) > Math.min(...timesOf(products))) build()
}

const isBuilt = (): boolean => products.every((file) => existsSync(join(root, file)))

const timesOf = (files: readonly string[]): number[] => files.map((file) => statSync(join(root, file)).mtimeMs)

export function build(): void {
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('Heloise could not be built.')
}
