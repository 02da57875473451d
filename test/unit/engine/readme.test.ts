// The README of the engine room, held to what is there: its files, the rules that they name, and the failures at each stage.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { failureKinds } from '../../../shared/values/failure.ts'
import { stages } from '../../../shared/values/stage.ts'

const root = resolve(import.meta.dirname, '../../..')
const engine = join(root, 'electron/engine')
const readme = readFileSync(join(engine, 'README.md'), 'utf8')

/** Files of the engine, or of the project. */
const find = (path: string): string | undefined =>
  [join(engine, path), join(root, path)].find((file) => existsSync(file))

const section = (title: string): string => readme.split(/^## /m).find((text) => text.startsWith(title)) ?? ''
const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
const quoted = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word)

const rules = rows(section('Where a rule is obeyed')).map(([rule = '', , files = '']) => ({
  rule,
  files: quoted(files),
}))

it('names files that are there', () => {
  const named = quoted(readme).filter((word) => /^[\w./-]+\/[\w./-]+$/.test(word) || /\.ts$/.test(word))
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((path) => find(path) === undefined && find(`${path}.ts`) === undefined)).toEqual([])
})

test.each(rules)('$rule is named where it is obeyed', ({ rule, files }) => {
  const text = (path: string) => readFileSync(find(path) ?? '', 'utf8')
  expect(files.length).toBeGreaterThan(0)
  const silent = files.filter((file) => !citations(rule).some((pattern) => pattern.test(text(file))))
  const unnamed = citations(rule).filter((pattern) => !files.some((file) => pattern.test(text(file))))
  expect({ silent, unnamed: unnamed.map(String) }).toEqual({ silent: [], unnamed: [] })
})

const sendingRooms = ['net', 'smtp', 'dns', 'delivery', 'mail', 'loopback']

test.each(sendingRooms)('it knows every RFC that the room %s cites', (room) => {
  const listed = new Set(rules.flatMap(({ rule }) => rule.match(/RFC \d+/g) ?? []))
  const cited = filesBelow(join(engine, room)).flatMap((file) => readFileSync(file, 'utf8').match(/RFC \d+/g) ?? [])
  expect([...new Set(cited)].filter((rfc) => !listed.has(rfc)).toSorted()).toEqual([])
})

describe('the states', () => {
  const table = rows(section('The states of a session'))
  const states = table.filter(([stage = '']) => stages.some((name) => stage === `\`${name}\``))

  it('are all the stages, in their order', () => {
    expect(states.map(([stage = '']) => quoted(stage)[0])).toEqual([...stages])
  })

  it('name ways out that there are', () => {
    const named = quoted(section('The states of a session')).filter((word) => /^[a-z]+(-[a-z0-9]+)+…?$/.test(word))
    expect(named.length).toBeGreaterThan(30)
    const isKind = (word: string) =>
      failureKinds.some((kind) => (word.endsWith('…') ? kind.startsWith(word.slice(0, -1)) : kind === word))
    expect(named.filter((word) => !isKind(word))).toEqual([])
  })
})

/** Each RFC with each of its sections: `RFC 5321 §3.2, §4.1.4` is two. A section that is cited need not be the first behind its RFC. */
function citations(rule: string): RegExp[] {
  return rule.split(/, (?=RFC)/).flatMap((part) => {
    const [document = '', ...sections] = part.split(/,? §/)
    if (sections.length === 0) return [new RegExp(`${escaped(document)}\\b`)]
    return sections.map((number) => new RegExp(`${escaped(document)}(?:[ ,]|§[\\d.]+)*§${escaped(number)}(?![\\d])`))
  })
}

const escaped = (text: string): string => text.replace(/[.]/g, '\\.')

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
