// The window as people have it: built.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../../..')

/** Why it cannot be measured, or null. */
export const missingForWindow = (): string | null =>
  existsSync(join(root, 'out/renderer/index.html')) ? null : 'it is not built; run npm run build'
