// Where the loopback server's mails go: each a file with the bytes as received, or nowhere.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** `file`: the absolute path, or null where mails are not kept. */
export type TakenMail = { readonly id: string; readonly size: number; readonly file: string | null }

export type MailFolder = { take(content: AsyncIterable<Uint8Array>): Promise<TakenMail> }

export async function openMailFolder(folder: string): Promise<MailFolder> {
  await mkdir(folder, { recursive: true })
  return { take: (content) => save(resolve(folder), content) }
}

/** Counts what it takes and keeps none of it. */
export const noFolder: MailFolder = {
  async take(content) {
    let size = 0
    for await (const chunk of content) size += chunk.length
    return { id: randomUUID(), size, file: null }
  },
}

/** A file with the name of a mail is a whole mail: it has another name until all of it is there. */
async function save(folder: string, content: AsyncIterable<Uint8Array>): Promise<TakenMail> {
  const id = randomUUID()
  const file = join(folder, `${id}.eml`)
  const unfinished = `${file}.part`
  const writer = createWriteStream(unfinished, { mode: 0o600 })
  try {
    await pipeline(Readable.from(content, { objectMode: false }), writer)
    await rename(unfinished, file)
    return { id, size: writer.bytesWritten, file }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
