// Who sends: a server by its address, and a mail by its signature.
import type { FakeNames } from '../../../../fakes/resolver.ts'
import { plainMail, signedMail, signingKey } from '../../../../fakes/signed-mail.ts'
import { type RecordCase, txt } from './record-case.ts'

const spf = (text: string, more: FakeNames['answers'] = {}): FakeNames => ({
  answers: { 'shop.example TXT': [txt(text)], ...more },
})
const at = (address: string) => ({ sender: { addresses: [address] } })
const from6 = at('193.0.6.1')
const included = (text: string) =>
  spf('v=spf1 include:_spf.host.example -all', { '_spf.host.example TXT': [txt(text)] })
const hosts = {
  mx: { 'shop.example': [[10, 'mx.shop.example']] as const },
  addresses: { 'mx.shop.example': ['193.0.6.1', '2001:67c::1'] },
}
const macros = spf('v=spf1 exists:%{ir}.%{v}.%{l1r-}.%{o2}.x.example -all', {
  '1.6.0.193.in-addr.x.shop.example.x.example A': [{ type: 'A', address: '127.0.0.2' }],
})

const mail = async (text: string | Promise<string>) => ({ sender: { message: Buffer.from(await text, 'latin1') } })
const own = await mail(signedMail())
const altered = await mail(signedMail().then((text) => text.replace('lost', 'won')))
const foreign = await mail(signedMail('host.example'))
const both = { sender: { ...own.sender, addresses: ['193.0.6.1'] } }
const foreignFrom6 = { sender: { ...foreign.sender, addresses: ['193.0.6.1'] } }
const keys = (more: FakeNames['answers'] = {}): FakeNames => ({
  answers: {
    's._domainkey.shop.example TXT': [txt(signingKey)],
    's._domainkey.host.example TXT': [txt(signingKey)],
    ...more,
  },
})
const allowed = (more: FakeNames['answers'] = {}) =>
  keys({ 'shop.example TXT': [txt('v=spf1 ip4:193.0.6.1 -all')], ...more })
const none: FakeNames = { answers: { 'shop.example TXT': [] } }

export const senderCases: readonly RecordCase[] = [
  ['SPF-07', 'no server is named', spf('v=spf1 -all'), 'skipped/info'],
  ['SPF-07', 'its address is in the record', spf('v=spf1 ip4:193.0.6.0/24 -all'), 'pass/info', from6],
  ['SPF-07', 'it is an MX host', { ...hosts, ...spf('v=spf1 mx -all') }, 'pass/info', from6],
  ['SPF-07', 'it is an MX host by IPv6', { ...hosts, ...spf('v=spf1 mx -all') }, 'pass/info', at('2001:67c::1')],
  ['SPF-07', 'an include has it', included('v=spf1 ip4:193.0.6.1 ?all'), 'pass/info', from6],
  ['SPF-07', 'an include forbids it', included('v=spf1 -all'), 'fail/high', from6],
  [
    'SPF-07',
    'redirect leads to it',
    spf('v=spf1 redirect=x.example', { 'x.example TXT': [txt('v=spf1 +all')] }),
    'pass/info',
    from6,
  ],
  [
    'SPF-07',
    'macros lead to it',
    macros,
    'pass/info',
    { sender: { addresses: ['193.0.6.1'], mailFrom: 'x-ana@shop.example' } },
  ],
  ['SPF-07', 'a stranger sends', spf('v=spf1 ip4:193.0.6.2 -all'), 'fail/high', from6],
  ['SPF-07', 'a stranger is suspicious', spf('v=spf1 ~all'), 'warn/high', from6],
  ['SPF-07', 'nothing is said', spf('v=spf1 ip4:193.0.6.2'), 'warn/high', from6],
  ['SPF-07', 'there is no record', none, 'warn/high', from6],
  [
    'SPF-07',
    'there are two',
    { answers: { 'shop.example TXT': [txt('v=spf1 -all'), txt('v=spf1 a')] } },
    'fail/high',
    from6,
  ],
  ['SPF-07', 'a term is wrong', spf('v=spf1 ip4:193.0.6.1 ipv4:1.2.3.4'), 'fail/high', from6],
  ['SPF-07', 'an include is gone', spf('v=spf1 include:gone.example -all'), 'fail/high', from6],
  ['SPF-07', 'it leads to itself', spf('v=spf1 include:shop.example -all'), 'fail/high', from6],
  ['SPF-07', 'DNS is silent', { answers: { 'shop.example TXT': 'SERVFAIL' } }, 'indeterminate/info', from6],
  [
    'SPF-07',
    'one of two addresses is missing',
    spf('v=spf1 ip4:193.0.6.1 -all'),
    'fail/high',
    { sender: { addresses: ['193.0.6.1', '2001:67c::1'] } },
  ],
  [
    'SPF-07',
    'the sender is the server itself',
    spf('v=spf1 -all', { 'mx.shop.example TXT': [txt('v=spf1 ip4:193.0.6.1 -all')] }),
    'pass/info',
    { sender: { addresses: ['193.0.6.1'], mailFrom: '', helo: 'mx.shop.example' } },
  ],
  ['DKI-04', 'there is no mail', keys(), 'skipped/info'],
  ['DKI-04', 'its signature holds', keys(), 'pass/info', own],
  ['DKI-04', 'it is signed by another domain', keys(), 'warn/high', foreign],
  ['DKI-04', 'it was changed', keys(), 'fail/high', altered],
  ['DKI-04', 'its key is gone', none, 'fail/high', own],
  ['DKI-04', 'it is not signed', keys(), 'fail/high', await mail(plainMail)],
  [
    'DKI-04',
    'nobody can tell',
    { answers: { 's._domainkey.shop.example TXT': 'SERVFAIL' } },
    'indeterminate/info',
    own,
  ],
  ['DKI-01', 'the mail names its selector', keys(), 'pass/info', own],
  ['DKI-01', 'the selector of the mail is gone', none, 'fail/medium', own],
  ['DMA-05', 'nothing is known of who sends', allowed(), 'skipped/info'],
  ['DMA-05', 'both prove it', allowed(), 'pass/info', both],
  ['DMA-05', 'SPF proves it, and no mail is there', allowed(), 'pass/info', from6],
  ['DMA-05', 'the signature alone proves it', keys(), 'warn/high', both],
  ['DMA-05', 'SPF alone proves it', allowed(), 'warn/high', foreignFrom6],
  ['DMA-05', 'neither proves it', keys(), 'fail/high', foreignFrom6],
  [
    'DMA-05',
    'the signature is of a part of the organisation',
    {
      answers: {
        ...keys({
          's._domainkey.mail.shop.example TXT': [txt(signingKey)],
          '_dmarc.shop.example TXT': [txt('v=DMARC1; p=none')],
        }).answers,
      },
    },
    'pass/info',
    await mail(signedMail('mail.shop.example')),
  ],
  [
    'DMA-05',
    'a part of the organisation is not enough',
    {
      answers: {
        ...keys({
          's._domainkey.mail.shop.example TXT': [txt(signingKey)],
          '_dmarc.shop.example TXT': [txt('v=DMARC1; p=none; adkim=s')],
        }).answers,
      },
    },
    'warn/high',
    await mail(signedMail('mail.shop.example')),
  ],
  [
    'DMA-05',
    'MAIL FROM is of another domain',
    allowed({ 'host.example TXT': [txt('v=spf1 +all')] }),
    'warn/high',
    { sender: { ...own.sender, addresses: ['193.0.6.1'], mailFrom: 'x@host.example' } },
  ],
  ['DMA-05', 'nobody can tell', { answers: { 'shop.example TXT': 'SERVFAIL' } }, 'indeterminate/info', from6],
]
