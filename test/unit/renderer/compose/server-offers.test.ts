import { expect, test } from 'vitest'
import { serverOffers } from '../../../../renderer/compose/server-offers.ts'
import { receiptOf } from '../../../fakes/drafts.ts'

const offers = (keyword: string) => [{ keyword, parameters: [] }]
const profile = { route: 'relay', host: 'mx.example', port: 25, lastCheck: null } as const
const server = { host: 'mx.example', address: '192.0.2.1', port: 25, tls: null }
const sent = (savedAt: number, keyword: string, port = 25) => ({
  savedAt,
  receipt: receiptOf({ server: { ...server, port }, capabilities: offers(keyword) }),
})

test('what the server offered last counts, in a check or when a mail was sent', () => {
  const lastCheck = { at: 5, outcome: 'ok', summary: '', capabilities: offers('B') } as const
  const known = (drafts: Parameters<typeof serverOffers>[1]) =>
    serverOffers({ ...profile, lastCheck: { ...lastCheck, capabilities: [...lastCheck.capabilities] } }, drafts)
  expect([known([sent(1, 'A')]), known([sent(1, 'A'), sent(9, 'C')])]).toEqual([offers('B'), offers('C')])
})

test.each([
  ['nothing was sent yet', profile, []],
  ['it was another server', profile, [sent(1, 'A', 587)]],
  ['it did not get as far as EHLO', profile, [{ savedAt: 1, receipt: receiptOf({ server }) }]],
  ['there is no profile', null, [sent(1, 'A')]],
  ['the mail goes to the servers of its recipients', { ...profile, route: 'mx' as const }, [sent(1, 'A')]],
])('nothing is known where %s', (_, of, drafts) => {
  expect(serverOffers(of, drafts)).toBeNull()
})
