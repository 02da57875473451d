import { expect, test } from 'vitest'
import type { Api } from '#shared/contract/index.ts'
import type { Bytes } from '#shared/values/bytes.ts'
import { createUploads, pieceSize } from '../../../../renderer/compose/uploads.ts'

/** Attachments in memory; `during` runs before each piece is taken. */
function memoryAttachments(during: (piece: number) => void = () => {}) {
  const pieces: number[] = []
  const removed: string[] = []
  let received = 0
  const attachments = {
    begin: async ({ name, type, size }: { name: string; type: string; size: number }) => ({
      id: 'a1',
      name,
      type,
      size,
      contentId: null,
    }),
    async append({ bytes }: { bytes: Bytes }, { signal }: { signal: AbortSignal }) {
      during(pieces.length)
      signal.throwIfAborted()
      pieces.push(bytes.size)
      received += bytes.size
      return { received }
    },
    async remove({ id }: { id: string }) {
      removed.push(id)
    },
  }
  // Reading a file back is no part of sending one.
  return { api: { attachments } as unknown as Pick<Api, 'attachments'>, pieces, removed }
}

const fileOf = (size: number): File => new File([new Uint8Array(size)], 'paper.pdf', { type: '' })

test('a file goes in pieces of 1 MiB, and is listed only while it goes', async () => {
  const progress: number[] = []
  const { api, pieces } = memoryAttachments(() => progress.push(store.getState().uploads[0]?.received ?? -1))
  const store = createUploads(api)
  const attachment = await store.getState().add('d1', fileOf(2 * pieceSize + 5), false)
  expect([pieces, progress]).toEqual([
    [pieceSize, pieceSize, 5],
    [0, pieceSize, 2 * pieceSize],
  ])
  expect([attachment?.type, store.getState().uploads]).toEqual(['application/octet-stream', []])
})

test('an empty file needs no piece', async () => {
  const { api, pieces } = memoryAttachments()
  expect(await createUploads(api).getState().add('d1', fileOf(0), false)).not.toBeNull()
  expect(pieces).toEqual([])
})

test('a cancelled file is taken away again', async () => {
  const { api, pieces, removed } = memoryAttachments((piece) => piece === 1 && store.getState().uploads[0]?.cancel())
  const store = createUploads(api)
  expect(await store.getState().add('d1', fileOf(3 * pieceSize), false)).toBeNull()
  expect([pieces.length, removed, store.getState().uploads]).toEqual([1, ['a1'], []])
})

test('a file that cannot be read stays in the list, marked', async () => {
  const { api } = memoryAttachments(() => {
    throw new Error('gone')
  })
  const store = createUploads(api)
  expect(await store.getState().add('d1', fileOf(5), false)).toBeNull()
  expect(store.getState().uploads).toMatchObject([{ name: 'paper.pdf', state: 'failed' }])
})
