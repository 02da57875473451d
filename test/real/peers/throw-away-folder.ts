// A folder for one server, which accounts of their own may pass through; gone when the server is.
import { rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type ThrowAwayFolder = AsyncDisposable & { readonly path: string }

/** Removed at the latest when this process ends. */
export async function makeThrowAwayFolder(name: string): Promise<ThrowAwayFolder> {
  const path = await mkdtemp(join(tmpdir(), `heloise-${name}-`))
  await chmod(path, 0o755)
  const remove = () => rmSync(path, { recursive: true, force: true })
  process.once('exit', remove)
  return {
    path,
    async [Symbol.asyncDispose]() {
      process.off('exit', remove)
      // A delivery may still be writing its last file.
      await rm(path, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
