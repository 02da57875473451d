import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fileOctets } from '../../../../electron/engine/mail/file-octets.ts'

const folder = mkdtempSync(join(tmpdir(), 'heloise-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(size: number): { path: string; octets: Buffer } {
  const octets = Buffer.from(Array.from({ length: size }, (_, index) => (index * 31) >> 3))
  const path = join(folder, String(size))
  writeFileSync(path, octets)
  return { path, octets }
}

it.each([0, 1, 256 * 1024, 700_001])('reads a file of %i octets whole', async (size) => {
  const { path, octets } = written(size)
  const read: Buffer[] = []
  for await (const piece of fileOctets(path)) read.push(Buffer.from(piece))
  expect(Buffer.concat(read).equals(octets)).toBe(true)
})

it('can be left before its end, and says when there is no file', async () => {
  const { path, octets } = written(600_000)
  for await (const piece of fileOctets(path)) {
    expect(octets.subarray(0, piece.length).equals(piece)).toBe(true)
    break
  }
  await expect(fileOctets(join(folder, 'none')).next()).rejects.toMatchObject({ code: 'ENOENT' })
})
