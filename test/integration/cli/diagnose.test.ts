// `heloise diagnose` against the loopback server: what a person reads, and whom it trusts.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, runHeloise, startHeloiseCommand } from '../../fakes/command-line.ts'
import { dnsServer } from '../../fakes/dns-server.ts'
import { signedMail, signingKey } from '../../fakes/signed-mail.ts'

let server: Running
let folder = ''
let authority = ''
let port = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heloise-diagnose-'))
  authority = join(folder, 'authority.pem')
  server = startHeloiseCommand(['loopback', '--port', '0', '--json'], { input: null })
  const { listening, ca } = JSON.parse((await server.said(/^\{"listening".*\n/)).split('\n')[0] ?? '')
  port = listening[0].port
  await writeFile(authority, ca)
}, 30_000)
afterAll(async () => {
  server.child.kill('SIGINT')
  await server.ended
  await rm(folder, { recursive: true })
})

test.each([
  ['C.UTF-8', /^At most 2 connections\.$/m, /^Turning on encryption\n {2}ok {7}STL-/m, /^Not asked: \d+ checks/m],
  ['es_ES.UTF-8', /^2 conexiones como mucho\.$/m, /^Activar el cifrado\n {2}bien {5}STL-/m, /^Sin preguntar: \d+/m],
])('a person reads findings by their group on lines of 80 columns: %s', async (LANG, plan, group, notAsked) => {
  const { out, err } = await runHeloise(['diagnose', `127.0.0.1:${port}`], { environment: { LANG } })
  expect([out, err]).toEqual([expect.stringMatching(group), expect.stringMatching(plan)])
  expect(out).toMatch(notAsked)
  expect(`${out}${err}`.split('\n').filter((line) => [...line].length > 80)).toEqual([])
})

test('an authority of --ca is trusted, and none without it', async () => {
  const trusted = async (more: readonly string[]) => {
    const ran = await runHeloise(['diagnose', `localhost:${port}`, '--only', 'TLS', '--json', ...more])
    const { offers } = JSON.parse(ran.out) as { offers: { tls: { authorized: boolean } }[] }
    return [...new Set(offers.map(({ tls }) => tls.authorized))]
  }
  expect([await trusted([]), await trusted(['--ca', authority])]).toEqual([[false], [true]])
})

test('a mail and a sending server are judged by what its domain publishes', async () => {
  await using dns = await dnsServer({
    'shop.example TXT': ['v=spf1 ip4:192.0.2.7 -all'],
    's._domainkey.shop.example TXT': [`${signingKey.slice(0, 200)}|${signingKey.slice(200)}`],
  })
  const mail = join(folder, 'received.eml')
  await writeFile(mail, await signedMail())
  const asked = ['diagnose', 'shop.example', '--level', '0', '--dns', dns.place, '--only', 'SPF-07,DKI-04,DMA-05']
  const ran = await runHeloise([...asked, '--ip', '192.0.2.7', '--eml', mail, '--json'])
  const { checks, records } = JSON.parse(ran.out)
  expect([
    checks.map(({ id, result }: { id: string; result: string }) => `${id} ${result}`).toSorted(),
    records.map(({ kind }: { kind: string }) => kind),
  ]).toEqual([
    ['DKI-04 pass', 'DMA-05 pass', 'SPF-07 pass'],
    ['spf', 'dkim'],
  ])
})
