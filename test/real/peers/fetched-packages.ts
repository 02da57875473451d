// Packages that cannot be installed beside Postfix: `test/real/fetch-packages` brings their files into a folder, one for each.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { missingPackages } from '../debian-packages.ts'

export type FetchedPackage = {
  readonly name: 'exim4-daemon-heavy' | 'opensmtpd'
  /** That of this release of Debian, or a newer one that was built for it. */
  readonly release: 'stable' | 'backports'
}

/** The folder with the files of a package; demand that nothing is missing first. */
export const fetchedPackage = ({ name, release }: FetchedPackage): string =>
  join(process.env.HELOISE_PACKAGES ?? '', `${name}-${release}`)

/** Why a server of such a package cannot run here, or null. */
export function missingPackage(wanted: FetchedPackage): string | null {
  const { name, release } = wanted
  if (process.getuid?.() !== 0) return 'needs root for a root folder of its own'
  if (process.env.HELOISE_PACKAGES === undefined)
    return `needs ${name} in the folder HELOISE_PACKAGES, where test/real/fetch-packages puts it`
  const isThere = filesIn(fetchedPackage(wanted)).some((file) => file.startsWith(`${name}_`))
  return isThere
    ? missingPackages(others)
    : `needs the Debian package ${name} of ${release}, which could not be fetched`
}

/** What its set-up and its tests take from this machine. */
const others = ['openssl', 'sasl2-bin', 'libsasl2-modules', 'swaks', 'libnet-ssleay-perl']

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
