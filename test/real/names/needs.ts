// What the real names need of the machine, in plain words where it is not there.
import { missingPackages } from '../debian-packages.ts'

/** Why they cannot be had here, or null: then their tests are skipped with these words. */
export function missingForNames(): string | null {
  if (process.getuid?.() !== 0) return 'needs root, for Postfix'
  return missingPackages(['knot', 'unbound', 'postfix'])
}
