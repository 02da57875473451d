// A mail is judged with neither a domain nor a server named: SPF, DKIM and DMARC of the domain in its From, out of a DNS of one table.
import { expect, test } from 'vitest'
import { budgetOf, type SenderWish } from '../../../../electron/engine/diagnose/index.ts'
import { diagnosed } from '../../../fakes/diagnosed.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'
import { plainMail, signedMail, signingKey } from '../../../fakes/signed-mail.ts'
import { txt } from './record-cases/record-case.ts'

const resolver = fakeResolver({
  answers: {
    'shop.example TXT': [txt('v=spf1 ip4:193.0.6.1 -all')],
    's._domainkey.shop.example TXT': [txt(signingKey)],
    '_dmarc.shop.example TXT': [txt('v=DMARC1; p=reject; rua=mailto:d@shop.example')],
  },
})

const alone = (mail: string, wish: Partial<SenderWish> = {}) =>
  ({ text: '', level: 0, sender: { ...wish, message: Buffer.from(mail, 'latin1') } }) as const

const reportOn = (mail: string, wish: Partial<SenderWish> = {}) =>
  diagnosed(0, { ...alone(mail, wish), tools: { resolver } })

const signed = await signedMail()

test.each([
  ['the server may send and the signature holds', signed, '193.0.6.1', 'pass pass pass'],
  ['another server sends it', signed, '193.0.6.2', 'fail pass warn'],
  ['nobody says which server sends it', signed, null, 'skipped pass pass'],
  ['it was changed on the way', signed.replace('lost', 'won'), '193.0.6.1', 'pass fail warn'],
  ['it is not signed', plainMail, '193.0.6.2', 'fail fail fail'],
])('when %s, SPF, DKIM and alignment say so', async (_when, mail, address, outcome) => {
  const { target, checks, connections, failure } = await reportOn(mail, {
    addresses: address === null ? [] : [address],
  })
  const resultOf = (id: string) => checks.find((finding) => finding.id === id)?.result
  expect([target, ['SPF-07', 'DKI-04', 'DMA-05'].map(resultOf).join(' '), connections, failure]).toEqual([
    'ana@shop.example',
    outcome,
    0,
    null,
  ])
})

test('only what a mail depends on is judged', async () => {
  const { checks, records } = await reportOn(signed)
  const groups = new Set(checks.filter(({ result }) => result !== 'skipped').map(({ group }) => group))
  expect([[...groups].toSorted(), records.map(({ kind }) => kind)]).toEqual([
    ['DKI', 'DMA', 'DNS', 'SPF'],
    ['spf', 'dkim', 'dmarc'],
  ])
})

test.each([
  ['no From', plainMail.replace(/^From:.*\r\n/, '')],
  ['two of them', `From: bea@house.example\r\n${plainMail}`],
  ['an address without a domain', plainMail.replace('ana@shop.example', 'ana')],
])('a mail with %s is of nobody whose domain could be asked', async (_what, mail) => {
  const { failure, checks } = await reportOn(mail)
  expect([failure?.kind, failure?.stage, checks]).toEqual(['no-sender', 'input', []])
})

test('nothing is connected to', async () => {
  const { signal } = new AbortController()
  expect(await budgetOf({ ...alone(signed), access: null }, { resolver, signal })).toEqual({
    endpoints: [],
    connections: 0,
    waitSeconds: 0,
    failure: null,
  })
})
