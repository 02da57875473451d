// Reports of delivery (RFC 3461, RFC 3464) that Postfix makes because a mail asked for them: received back, and read.
import { expect, test } from 'vitest'
import type { WireOptions } from '../../shared/values/wire-options.ts'
import { letter, octetsOf, send } from './letter.ts'
import { findMail, listMails } from './mail-server/maildir.ts'
import { accessAt } from './peers/access.ts'
import { boxed, ghost, missingForMailHouse, startMailHouse } from './peers/mail-house.ts'
import { people } from './peers/people.ts'
import { describeWithPeer } from './suite.ts'

type Dsn = Partial<WireOptions['dsn']>

const { ana, luis } = people
const house = { missing: missingForMailHouse, start: () => startMailHouse({ mechanisms: ['plain'] }) }

describeWithPeer('a report of delivery', house, (server) => {
  const sendTo = async (to: string, name: string, dsn: Dsn) => {
    const mail = letter(name, { from: ana.address, to: [to] })
    const access = accessAt(server().ports.mx, server().authority)
    const receipt = await send(access, mail, { dsn: { notify: [], ret: null, envid: null, orcpt: null, ...dsn } })
    expect(receipt).toMatchObject({ outcome: 'accepted', failure: null })
    return mail
  }
  const report = async (envid: string) => {
    const mail = await findMail(server().dovecot.mailFolder, ana.name, `Original-Envelope-Id: ${envid}`)
    return mail.toString()
  }

  test.each<[string, string, Dsn, Record<string, string>]>([
    [
      'relayed',
      luis.address,
      { notify: ['SUCCESS', 'FAILURE'], ret: 'HDRS', envid: 'relayed a+b=c', orcpt: 'recipient' },
      { 'Original-Recipient': `rfc822;${luis.address}`, Action: 'relayed', Status: '2.0.0' },
    ],
    [
      'delivered',
      boxed,
      { notify: ['SUCCESS'], ret: 'HDRS', envid: 'delivered (=+)', orcpt: 'x400;Ñandú+1' },
      { 'Original-Recipient': 'x400;Ñandú+1', Action: 'delivered', Status: '2.0.0' },
    ],
    [
      'failed',
      ghost,
      { notify: ['SUCCESS', 'FAILURE'], ret: 'FULL', envid: 'failed', orcpt: 'recipient' },
      { 'Original-Recipient': `rfc822;${ghost}`, Action: 'failed', Status: '5.1.1' },
    ],
  ])('%s: it names the envelope and the recipient as they were given', async (action, to, dsn, said) => {
    const mail = await sendTo(to, action, dsn)
    const text = await report(dsn.envid ?? '')
    expect(fieldsOf(text)).toMatchObject({ 'Final-Recipient': `rfc822; ${to}`, ...said })
    const [header = '', body = ''] = (await octetsOf(mail))
      .toString()
      .replaceAll('\r\n', '\n')
      .split(/(?<=\n)\n/)
    expect([text.includes(header), text.includes(body)]).toEqual([true, dsn.ret === 'FULL'])
  })

  test('of what was not asked for nothing is told', async () => {
    await sendTo(ghost, 'never', { notify: ['NEVER'], envid: 'never' })
    await sendTo(ghost, 'only-success', { notify: ['SUCCESS'], envid: 'only-success' })
    await sendTo(luis.address, 'only-failure', { notify: ['FAILURE'], envid: 'only-failure' })
    await sendTo(ghost, 'unsaid', { envid: 'unsaid' })
    await report('unsaid')
    const reports = (await listMails(server().dovecot.mailFolder, ana.name)).map(String)
    const told = reports.flatMap((text) => /^Original-Envelope-Id: (never|only-\S+|unsaid)$/m.exec(text)?.[1] ?? [])
    expect(told).toEqual(['unsaid'])
  })
})

/** The fields of a report's message/delivery-status. */
function fieldsOf(report: string): Record<string, string> {
  const status = /^Content-Type: message\/delivery-status\n([\s\S]*?)^--/m.exec(report)?.[1] ?? ''
  return Object.fromEntries([...status.matchAll(/^([A-Za-z-]+): ?(.*)$/gm)].map(([, name, value]) => [name, value]))
}
