// BIMI: the record, the picture, and the certificate, made as the test wants them.
import { issue } from '../../../../fakes/certificates.ts'
import type { FakeNames } from '../../../../fakes/resolver.ts'
import { type RecordCase, txt } from './record-case.ts'

const bimi = (text: string, dmarc = 'v=DMARC1; p=reject'): FakeNames => ({
  answers: { 'default._bimi.shop.example TXT': [txt(text)], '_dmarc.shop.example TXT': [txt(dmarc)] },
})
const pictureAt = 'https://a.example/l.svg'
const markAt = 'https://a.example/l.pem?v=2'
const record = `v=BIMI1; l=${pictureAt}; a=${markAt}`

const svg = (inside = '<title>Shop</title><path d="M0 0"/>', root = 'version="1.2" baseProfile="tiny-ps"') =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${root} viewBox="0 0 1 1">${inside}</svg>`
const titled = (inside: string) => svg(`<title>Shop</title>${inside}`)

const usage = '1.3.6.1.5.5.7.3.31'
const authority = await issue({ name: 'Mark authority', isAuthority: true })
const mark = async (wish: Partial<Parameters<typeof issue>[0]> = {}) =>
  (await issue({ name: 'Shop', names: ['shop.example'], issuer: authority, usage, ...wish })).certificate
const good = await mark()

const pictured = (picture: string, pem: string = good) => ({ web: { [pictureAt]: picture, [markAt]: pem } })
const marked = (pem: string) => pictured(svg(), pem)

export const logoCases: readonly RecordCase[] = [
  ['BIM-01', 'all is there', bimi(record), 'pass/info', pictured(svg())],
  [
    'BIM-01',
    'the picture has gradients of its own',
    bimi(record),
    'pass/info',
    pictured(titled('<linearGradient id="a"/><path fill="url(#a)"/><use xlink:href="#b"/>')),
  ],
  [
    'BIM-01',
    'the certificate is for the selector, with its chain',
    bimi(record),
    'pass/info',
    marked(`${await mark({ names: ['default._bimi.shop.example'] })}\n${authority.certificate}`),
  ],
  ['BIM-01', 'it has no certificate', bimi(`v=BIMI1; l=${pictureAt}`), 'warn/info', pictured(svg())],
  ['BIM-01', 'no logo is wanted', bimi('v=BIMI1; l=; a='), 'info/info'],
  ['BIM-01', 'there is none', { answers: {} }, 'info/info'],
  ['BIM-01', 'DMARC only watches', bimi(record, 'v=DMARC1; p=none'), 'fail/info', pictured(svg())],
  ['BIM-01', 'the picture is not by https', bimi('v=BIMI1; l=http://a.example/l.svg'), 'fail/info'],
  ['BIM-01', 'the picture cannot be fetched', bimi(record), 'fail/info', { web: { [markAt]: good } }],
  ['BIM-01', 'the certificate cannot be fetched', bimi(record), 'fail/info', { web: { [pictureAt]: svg() } }],
  ['BIM-01', 'the picture has a script', bimi(record), 'fail/info', pictured(titled('<script>alert(1)</script>'))],
  [
    'BIM-01',
    'the certificate is for another domain',
    bimi(record),
    'fail/info',
    marked(await mark({ names: ['other.example'] })),
  ],
]
