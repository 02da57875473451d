// Keys for signatures.
import { generateKeyPairSync } from 'node:crypto'
import type { FakeNames } from '../../../../fakes/resolver.ts'
import { type RecordCase, txt } from './record-case.ts'

const rsa = (modulusLength: number, type: 'spki' | 'pkcs1' = 'spki') =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type, format: 'der' }).toString('base64')
const strong = rsa(2048)
const keys = (texts: Readonly<Record<string, readonly string[]>>): FakeNames => ({
  answers: Object.fromEntries(
    Object.entries(texts).map(([selector, all]) => [
      `${selector}._domainkey.shop.example TXT`,
      all.map((text) => txt(text.slice(0, 250), text.slice(250))),
    ]),
  ),
})
const key = (text: string) => keys({ selector1: [text] })
const sound = key(`v=DKIM1; k=rsa; p=${strong}`)
const curve = `v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`
const none: FakeNames = { answers: { 'shop.example TXT': [] } }

export const dkimCases: readonly RecordCase[] = [
  ['DKI-01', 'there is one', sound, 'pass/info'],
  ['DKI-01', 'there is none', none, 'warn/medium'],
  ['DKI-01', 'its selector is not known', { answers: { '_domainkey.shop.example TXT': [] } }, 'info/info'],
  ['DKI-01', 'a wildcard answers', key('v=spf1 -all'), 'warn/medium'],
  [
    'DKI-01',
    'nobody can tell',
    { answers: { 'google._domainkey.shop.example TXT': 'SERVFAIL' } },
    'indeterminate/info',
  ],
  ['DKI-02', 'it is whole', sound, 'pass/info'],
  ['DKI-02', 'there are two', keys({ mail: [`v=DKIM1; p=${strong}`, `v=DKIM1; p=${strong}`] }), 'fail/high'],
  ['DKI-02', 'it is cut', key(`v=DKIM1; p=${strong.slice(0, 100)}`), 'fail/high'],
  ['DKI-02', 'it is no base64', key('v=DKIM1; p=“MIIB”'), 'fail/high'],
  ['DKI-02', 'its kind is unknown', key(`v=DKIM1; k=dsa; p=${strong}`), 'fail/high'],
  ['DKI-02', 'it is revoked', key('v=DKIM1; p='), 'fail/high'],
  [
    'DKI-02',
    'it is revoked where nothing is sent',
    { ...key('v=DKIM1; p='), mx: { 'shop.example': [[0, '.']] } },
    'pass/info',
  ],
  ['DKI-02', 'one of two is revoked', keys({ s1: ['v=DKIM1; p='], s2: [`v=DKIM1; p=${strong}`] }), 'pass/info'],
  ['DKI-02', 'it is a test', key(`v=DKIM1; t=y:s; p=${strong}`), 'warn/high'],
  ['DKI-02', 'it has no version', key(`k=rsa; p=${strong}`), 'warn/high'],
  ['DKI-02', 'there is none', none, null],
  ['DKI-03', 'it has 2048 bits', sound, 'pass/info'],
  ['DKI-03', 'it is written the other way', key(`v=DKIM1; p=${rsa(2048, 'pkcs1')}`), 'pass/info'],
  ['DKI-03', 'it has 1024 bits', key(`v=DKIM1; p=${rsa(1024)}`), 'warn/medium'],
  ['DKI-03', 'it has 512 bits', key(`v=DKIM1; p=${rsa(512)}`), 'fail/high'],
  ['DKI-03', 'it allows SHA-1 alone', key(`v=DKIM1; h=sha1; p=${strong}`), 'fail/high'],
  ['DKI-03', 'it is Ed25519 alone', key(curve), 'warn/medium'],
  ['DKI-03', 'it is Ed25519 beside RSA', keys({ s1: [curve], s2: [`v=DKIM1; p=${strong}`] }), 'pass/info'],
  ['DKI-03', 'it is revoked', key('v=DKIM1; p='), null],
]
