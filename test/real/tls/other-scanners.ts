// What other scanners find: suites by version, as numbers, to be compared set for set.

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suitesBefore13, suitesOf13 } from '../../../electron/engine/tls/registry/suites.ts'

export type Found = Readonly<Record<string, readonly number[]>>

/** Runs a program to its end, whatever its exit status, and answers what it wrote; `timeout` in milliseconds. */
export type RunScanner = (
  program: string,
  parameters: readonly string[],
  timeout: number,
  environment?: Readonly<Record<string, string>>,
) => Promise<string>

const minutes = 60 * 1000

/** testssl.sh speaks in hellos of its own too. Its exit status counts the problems it found. */
export const foundByTestssl =
  (security: 'starttls' | 'tls', run: RunScanner = runScanner) =>
  async (port: number): Promise<Found> => {
    const directory = await mkdtemp(join(tmpdir(), 'heloise-testssl-'))
    const file = join(directory, 'report.json')
    const options = ['--quiet', '--color', '0', '--warnings', 'batch', '--nodns', 'none', '--cipher-per-proto']
    const protocol = security === 'starttls' ? ['-t', 'smtp'] : []
    const parameters = [...options, '--jsonfile', file, ...protocol, `127.0.0.1:${port}`]
    // It sleeps after each hello otherwise.
    await run('testssl', parameters, 5 * minutes, { USLEEP_SND: '0' })
    const report: { id: string }[] = JSON.parse(await readFile(file, 'utf8'))
    await rm(directory, { recursive: true })
    const lines = report.map(({ id }) => /^cipher-(tls1_\d|tls1|ssl3)_x([0-9a-f]+)$/.exec(id))
    return collect(
      lines.flatMap((line) =>
        line === null ? [] : [[testsslVersions[line[1] ?? ''] ?? '', Number.parseInt(line[2] ?? '', 16)]],
      ),
    )
  }

const testsslVersions: Readonly<Record<string, string>> = {
  ssl3: 'SSLv3',
  tls1: 'TLSv1',
  tls1_1: 'TLSv1.1',
  tls1_2: 'TLSv1.2',
  tls1_3: 'TLSv1.3',
}

/** sslscan asks by OpenSSL, and by hellos of its own where that cannot. */
export async function foundBySslscan(
  port: number,
  options: readonly string[] = [],
  run: RunScanner = runScanner,
): Promise<Found> {
  const report = await run('sslscan', ['--xml=-', '--no-colour', ...options, `127.0.0.1:${port}`], minutes)
  const ciphers = report.matchAll(/<cipher status="\w+" sslversion="([^"]+)"[^>]* id="0x([0-9A-Fa-f]+)"/g)
  return collect(
    [...ciphers].map(([, version = '', id = '']) => [version.replace('v1.0', 'v1'), Number.parseInt(id, 16)]),
  )
}

/** nmap names suites as IANA does. */
export async function foundByNmap(
  port: number,
  options: readonly string[] = [],
  run: RunScanner = runScanner,
): Promise<Found> {
  const usual = ['-Pn', '-n', '--script', '+ssl-enum-ciphers', '-oX', '-', '-p', String(port)]
  const report = await run('nmap', [...usual, ...options, '127.0.0.1'], minutes)
  const found: [string, number][] = []
  let version = ''
  for (const [, table, name] of report.matchAll(/<table key="((?:TLS|SSL)v[\d.]+)">|<elem key="name">(TLS_[^<]+)</g)) {
    if (table !== undefined) version = table.replace('v1.0', 'v1')
    else if (name !== undefined) found.push([version, numberOf(name)])
  }
  return collect(found)
}

const numbers = new Map([...suitesOf13, ...suitesBefore13].map(({ id, name }) => [name, id]))
/** nmap calls those of TLS 1.3 by the names of its draft. */
const numberOf = (name: string) => numbers.get(name) ?? numbers.get(name.replace('TLS_AKE_WITH_', 'TLS_')) ?? 0

/** What OpenSSL says it has since TLS 1.2 for a server with an RSA certificate, and without secrets shared beforehand. */
export async function knownToOpenssl(ciphers: string): Promise<Found> {
  const found: [string, number][] = []
  for (const [version, option] of Object.entries(opensslVersions)) {
    const list = await runScanner('openssl', ['ciphers', '-s', '-V', option, ciphers], minutes)
    const usable = list.split('\n').filter((line) => / Au=(RSA|None|any) /.test(line) && !/PSK|SRP/.test(line))
    for (const line of usable) {
      const isOf13 = line.includes(' TLSv1.3 ')
      const id = Number.parseInt(line.replace(/^\s*0x(..),0x(..).*$/, '$1$2'), 16)
      if (isOf13 === (version === 'TLSv1.3')) found.push([version, id])
    }
  }
  return collect(found)
}

const opensslVersions = { 'TLSv1.2': '-tls1_2', 'TLSv1.3': '-tls1_3' }

function collect(pairs: readonly (readonly (string | number)[])[]): Found {
  const found: Record<string, number[]> = {}
  for (const [version, id] of pairs) {
    const list = found[String(version)] ?? []
    found[String(version)] = list.includes(Number(id)) ? list : [...list, Number(id)]
  }
  return Object.fromEntries(
    Object.entries(found).map(([version, ids]) => [version, ids.toSorted((one, other) => one - other)]),
  )
}

const runScanner: RunScanner = (program, parameters, timeout, environment = {}) =>
  new Promise((resolve, reject) => {
    const options = { timeout, maxBuffer: 16 * 1024 * 1024, env: { ...process.env, ...environment } }
    execFile(program, [...parameters], options, (error, stdout) => {
      if (error?.killed) reject(new Error(`${program} took too long.`))
      else resolve(stdout)
    })
  })
