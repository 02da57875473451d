// The command line as people have it: built, on the Node it was made for.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** Why it cannot be measured, or null. */
export const missingForCommandLine = (): string | null =>
  existsSync(join(root, 'out/main/cli.js')) ? null : 'it is not built; run npm run build'

/** What Node is started with. */
export const commandLine = (...parameters: readonly string[]): string[] => [
  join(root, 'build/heloise.js'),
  ...parameters,
]
