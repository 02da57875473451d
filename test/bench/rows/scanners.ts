// The scanners of TLS that we are measured beside, each asked for versions and suites alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Found,
  foundByNmap,
  foundBySslscan,
  foundByTestssl,
  type RunScanner,
} from '../../real/tls/other-scanners.ts'
import { type Run, run } from '../programs.ts'

export type { Found }

export type Scanned = Pick<Run, 'seconds' | 'cpuSeconds'> & { readonly found: Found }
export type Scanner = { readonly name: string; readonly program: string; scan(port: number): Promise<Scanned> }

/** The quickest first. */
export const scanners: readonly Scanner[] = [
  {
    name: 'sslscan',
    program: 'sslscan',
    scan: (port) => timed((runner) => foundBySslscan(port, ['--starttls-smtp', ...nothingElse], runner)),
  },
  { name: 'nmap', program: 'nmap', scan: scanWithNmap },
  {
    name: 'testssl.sh -E',
    program: 'testssl',
    scan: (port) => timed((runner) => foundByTestssl('starttls', runner)(port)),
  },
]

const nothingElse = [
  '--no-check-certificate',
  '--no-fallback',
  '--no-renegotiation',
  '--no-compression',
  '--no-heartbleed',
  '--no-groups',
]

/** It says STARTTLS where its list of services has SMTP on the port. */
async function scanWithNmap(port: number): Promise<Scanned> {
  const folder = mkdtempSync(join(tmpdir(), 'heloise-bench-'))
  writeFileSync(join(folder, 'nmap-services'), `smtp ${port}/tcp 1\n`)
  try {
    return await timed((runner) => foundByNmap(port, ['--datadir', folder], runner))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function timed(find: (runner: RunScanner) => Promise<Found>): Promise<Scanned> {
  let usage: Pick<Run, 'seconds' | 'cpuSeconds'> = { seconds: 0, cpuSeconds: 0 }
  // As people run it, whatever else could be set to hurry it.
  const found = await find(async (program, parameters) => {
    const { output, ...rest } = await run(program, parameters, { isVerdict: true })
    usage = rest
    return output
  })
  return { ...usage, found }
}

/** How many suites only one of the two found. */
export function differences(one: Found, other: Found): number {
  const [here, there] = [namesOf(one), namesOf(other)]
  return [...here, ...there].filter((name) => !here.has(name) || !there.has(name)).length
}

const namesOf = (found: Found): ReadonlySet<string> =>
  new Set(Object.entries(found).flatMap(([version, ids]) => ids.map((id) => `${version} ${id}`)))
