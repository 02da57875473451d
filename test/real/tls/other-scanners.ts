// What other scanners find: suites by version, as numbers, to be compared set for set.

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Found = Readonly<Record<string, readonly number[]>>

const minutes = 60 * 1000

/** testssl.sh speaks in hellos of its own too. Its exit status counts the problems it found. */
export async function foundByTestssl(port: number): Promise<Found> {
  const directory = await mkdtemp(join(tmpdir(), 'heloise-testssl-'))
  const file = join(directory, 'report.json')
  const options = ['--quiet', '--color', '0', '--warnings', 'batch', '--cipher-per-proto', '--jsonfile', file]
  await run('testssl', [...options, '-t', 'smtp', `127.0.0.1:${port}`], 5 * minutes)
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
export async function foundBySslscan(port: number, options: readonly string[] = []): Promise<Found> {
  const report = await run('sslscan', ['--xml=-', '--no-colour', ...options, `127.0.0.1:${port}`], minutes)
  const ciphers = report.matchAll(/<cipher status="\w+" sslversion="([^"]+)"[^>]* id="0x([0-9A-Fa-f]+)"/g)
  return collect(
    [...ciphers].map(([, version = '', id = '']) => [version.replace('v1.0', 'v1'), Number.parseInt(id, 16)]),
  )
}

/** nmap names suites as IANA does; which number that is, `idOf` knows. */
export async function foundByNmap(port: number, idOf: (name: string) => number): Promise<Found> {
  const options = ['-Pn', '-n', '--script', '+ssl-enum-ciphers', '-oX', '-', '-p', String(port)]
  const report = await run('nmap', [...options, '127.0.0.1'], minutes)
  const found: [string, number][] = []
  let version = ''
  for (const [, table, name] of report.matchAll(/<table key="((?:TLS|SSL)v[\d.]+)">|<elem key="name">(TLS_[^<]+)</g)) {
    if (table !== undefined) version = table.replace('v1.0', 'v1')
    else if (name !== undefined) found.push([version, idOf(name)])
  }
  return collect(found)
}

/** What OpenSSL says it has since TLS 1.2 for a server with an RSA certificate, and without secrets shared beforehand. */
export async function knownToOpenssl(ciphers: string): Promise<Found> {
  const found: [string, number][] = []
  for (const [version, option] of Object.entries(opensslVersions)) {
    const list = await run('openssl', ['ciphers', '-s', '-V', option, ciphers], minutes)
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

function run(program: string, parameters: readonly string[], timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, [...parameters], { timeout, maxBuffer: 16 * 1024 * 1024 }, (error, stdout) => {
      if (error?.killed) reject(new Error(`${program} took too long.`))
      else resolve(stdout)
    })
  })
}
