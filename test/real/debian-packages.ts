// What Debian packages a suite needs, in plain words where they are not there.
import { spawnSync } from 'node:child_process'

/** Null when all of them are installed; else why a suite is skipped. */
export function missingPackages(names: readonly string[]): string | null {
  const absent = names.filter((name) => !isInstalled(name))
  return absent.length === 0 ? null : `needs the Debian packages ${absent.join(', ')}`
}

function isInstalled(debianPackage: string): boolean {
  const query = spawnSync('dpkg-query', ['--status', debianPackage], { encoding: 'utf8' })
  return query.status === 0 && query.stdout.includes('Status: install ok installed')
}
