// The floors of the house: who may import whom. Imports run downwards only; this test owns the list.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Each room and the rooms it may use. A path belongs to the longest room that begins it. */
const floors: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  'electron/engine': ['shared', 'electron/engine'],
  'electron/engine/net': ['shared', 'electron/engine', 'electron/engine/net'],
  'electron/engine/smtp': [
    'shared',
    'electron/engine',
    'electron/engine/net',
    'electron/engine/smtp',
    'electron/engine/mail',
  ],
  'electron/engine/dns': ['shared', 'electron/engine', 'electron/engine/net', 'electron/engine/dns'],
  'electron/engine/mail': ['shared', 'electron/engine', 'electron/engine/mail'],
  'electron/engine/delivery': [
    'shared',
    'electron/engine',
    'electron/engine/net',
    'electron/engine/smtp',
    'electron/engine/dns',
    'electron/engine/mail',
    'electron/engine/delivery',
  ],
  'electron/engine/tls': ['shared', 'electron/engine', 'electron/engine/net', 'electron/engine/tls'],
  'electron/engine/diagnose': [
    'shared',
    'electron/engine',
    'electron/engine/net',
    'electron/engine/smtp',
    'electron/engine/tls',
    'electron/engine/dns',
    'electron/engine/diagnose',
  ],
  'electron/engine/loopback': [
    'shared',
    'electron/engine',
    'electron/engine/net',
    'electron/engine/smtp',
    'electron/engine/loopback',
  ],
  'electron/storage': ['shared', 'electron/storage'],
  'electron/services': ['shared', 'electron/engine/*', 'electron/storage', 'electron/services'],
  'electron/shell': ['shared', 'electron/services', 'electron/shell'],
  'electron/web': ['shared', 'electron/services', 'electron/web'],
  'electron/cli': ['shared', 'electron/engine/*', 'electron/services', 'electron/web', 'electron/cli'],
  renderer: ['shared', 'renderer', 'renderer/ui', 'renderer/wire'],
  // It names the words of every feature, and leads to the log.
  'renderer/ui': ['shared', 'renderer', 'renderer/ui', 'renderer/wire'],
  // Compose and the profiles share it; it knows neither.
  'renderer/wire': ['shared', 'renderer/ui', 'renderer/wire'],
}

const rooms = Object.keys(floors).toSorted((a, b) => b.length - a.length)
const roomOf = (path: string) => rooms.find((room) => path === room || path.startsWith(`${room}/`)) ?? null
const may = (from: string, to: string) =>
  floors[from]?.some((allowed) => (allowed.endsWith('/*') ? to.startsWith(allowed.slice(0, -2)) : to === allowed)) ??
  false

const sources = ['shared', 'electron', 'renderer'].flatMap((folder) => walk(join(root, folder)))
const imports = sources.flatMap((file) => importsOf(file).map((found) => ({ from: relative(root, file), ...found })))

test('every import runs downwards', () => {
  const upwards = imports.flatMap(({ from, to }) => {
    const target = localTarget(from, to)
    const [fromRoom, toRoom] = [roomOf(from), target && roomOf(target)]
    return target && fromRoom && toRoom && !may(fromRoom, toRoom) ? [`${from} → ${target}`] : []
  })
  expect(upwards).toEqual([])
})

test('only the shell names electron', () => {
  const named = imports.filter(({ from, to }) => /^electron($|\/)/.test(to) && !from.startsWith('electron/shell/'))
  expect(named).toEqual([])
})

test('the window and the ground floor use nothing of Node', () => {
  const named = imports.filter(({ from, to }) => to.startsWith('node:') && !from.startsWith('electron/'))
  expect(named).toEqual([])
})

test('no file of the engine loads the schemas when it runs', () => {
  const loading = imports.filter(
    ({ from, to, isType }) =>
      from.startsWith('electron/engine/') && !isType && (to === 'zod' || isSchema(localTarget(from, to))),
  )
  expect(loading).toEqual([])
})

test('no drawer for odds and ends', () => {
  const drawers = sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(relative(root, file)))
  expect(drawers).toEqual([])
})

test('a source file stays small enough to be read at once', () => {
  const long = sources
    .map((file) => ({ file: relative(root, file), lines: readFileSync(file, 'utf8').split('\n').length }))
    .filter(({ file, lines }) => lines > 250 && !isTable(file))
  expect(long).toEqual([])
})

/** Words and explanations are data: their length is the length of the subject. */
const isTable = (file: string) => file.startsWith('shared/explain/') || file.endsWith('words.ts')

function localTarget(from: string, to: string): string | null {
  if (to.startsWith('#shared/')) return to.slice(1)
  return to.startsWith('.') ? relative(root, resolve(root, dirname(from), to)) : null
}

type Import = { readonly to: string; readonly isType: boolean }

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const statements = text.matchAll(
    /^(import|export)( type)?[^;'"]*?from\s*['"]([^'"]+)['"]|(?:import\(|^import)\s*['"]([^'"]+)['"]/gm,
  )
  return [...statements].map(([, , type, from, bare]) => ({ to: from ?? bare ?? '', isType: type !== undefined }))
}

const isSchema = (path: string | null): boolean =>
  path?.startsWith('shared/') === true && /from 'zod'/.test(readFileSync(join(root, path), 'utf8'))

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return walk(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}
