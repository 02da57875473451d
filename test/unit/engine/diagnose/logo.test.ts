// What is told of a logo: each fault by itself.
import { expect, test } from 'vitest'
import { faultsOfMark } from '../../../../electron/engine/diagnose/records/mark-certificate.ts'
import { faultsOfSvg } from '../../../../electron/engine/diagnose/records/tiny-svg.ts'
import { daysFromNow, issue } from '../../../fakes/certificates.ts'

const profile = 'version="1.2" baseProfile="tiny-ps"'
const svg = (inside: string, root = profile) =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${root}><title>Shop</title>${inside}</svg>`

test.each([
  ['a plain one', svg('<path d="M0 0" fill="url(#a)"/><use xlink:href="#b"/>'), []],
  ['a page', '<html><body>Not found</body></html>', ['no-svg', 'no-title']],
  ['an empty file', '', ['no-svg', 'no-title']],
  ['one that ends in the middle', svg('<g>').replace('</svg>', ''), ['no-svg']],
  ['one of another profile', svg('', 'version="1.1" baseProfile="tiny"'), ['no-profile']],
  ['one without a title', svg('').replace('Shop', ' '), ['no-title']],
  ['one with a title further in', svg('').replace(/<title>.*<.title>/, '<g><title>Shop</title></g>'), ['no-title']],
  ['one with a place', svg('', `${profile} x="0px" y="0px"`), ['position']],
  ['a script', svg('<script>alert(1)</script>'), ['script']],
  ['a script at a click', svg('<g onclick="alert(1)"/>'), ['script']],
  ['something from elsewhere', svg('<use xlink:href="https://b.example/x.svg"/>'), ['reference']],
  ['a colour from elsewhere', svg('<path fill="url( https://b.example/x.svg#a)"/>'), ['reference']],
  ['an entity', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('')}`, ['reference']],
  ['a movement', svg('<circle r="1"><animate attributeName="r" to="2"/></circle>'), ['movement']],
  ['a photo', svg('<image xlink:href="data:image/png;base64,AA=="/>'), ['picture', 'reference']],
  ['a prefix', svg('').replaceAll('<svg', '<s:svg').replaceAll('</svg', '</s:svg'), []],
])('an SVG with %s', (_, text, faults) => {
  expect(faultsOfSvg(text)).toEqual(faults)
})

test('thirty-two kibibytes of open elements are read in no time', () => {
  expect(faultsOfSvg('<g>'.repeat(11_000))).toEqual(['no-svg', 'no-title'])
})

const usage = '1.3.6.1.5.5.7.3.31'
const authority = await issue({ name: 'Authority', isAuthority: true })
const stranger = await issue({ name: 'Authority', isAuthority: true })
const mark = async (wish: Partial<Parameters<typeof issue>[0]> = {}) =>
  (await issue({ name: 'Shop', names: ['Shop.example'], issuer: authority, usage, ...wish })).certificate
const good = await mark()

test.each([
  ['alone', good, []],
  ['with its chain', `${good}\n${authority.certificate}`, []],
  ['with the chain of a namesake', `${good}\n${stranger.certificate}`, ['broken-chain']],
  ['that is none', 'no certificate', ['no-certificate']],
  ['that cannot be read', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', ['no-certificate']],
  ['for web servers', await mark({ usage: '1.3.6.1.5.5.7.3.1' }), ['no-mark']],
  ['that has expired', await mark({ validFrom: daysFromNow(-9), validTo: daysFromNow(-1) }), ['expired']],
  ['that is not valid yet', await mark({ validFrom: daysFromNow(1) }), ['not-yet']],
  ['for another domain', await mark({ names: ['mail.shop.example'] }), ['other-name']],
])('a certificate %s', (_, pem, faults) => {
  expect(faultsOfMark(pem, ['shop.example', 'default._bimi.shop.example'], new Date())).toEqual(faults)
})
