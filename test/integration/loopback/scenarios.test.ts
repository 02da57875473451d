import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '#shared/values/scenarios.ts'
import { deliver } from '../../../electron/engine/delivery/index.ts'
import { composedMail } from '../../fakes/composed-mail.ts'
import { deliveryTools, relayOrder } from '../../fakes/order.ts'
import { type Client, connect } from './client.ts'
import { authority, login, startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
afterEach(() => server.stop())

async function under(scenario: Scenario): Promise<Client> {
  server = await startTestServer({ scenario })
  return connect(server.port('mx'))
}

/** The replies, first lines alone; `closed` where the server closed instead. */
async function play(client: Client, lines: readonly string[]): Promise<string[]> {
  const replies: string[] = []
  try {
    replies.push(await client.reply())
    for (const line of lines) replies.push(await client.ask(line))
  } catch {
    replies.push('closed')
  }
  client.drop()
  return replies.map((reply) => (reply.split('\n')[0] ?? '').replace(/^(\d{3}[ -]([245]\.\d+\.\d+)?).*/, '$1').trim())
}

const mail = ['EHLO client.test', 'MAIL FROM:<a@b.test>', 'RCPT TO:<c@d.test>', 'DATA', 'text\r\n.']
const taken = ['220', '250-', '250 2.1.0', '250 2.1.5', '354']

describe('the scenario', () => {
  it('none takes mail', async () => {
    expect(await play(await under('none'), [...mail, 'QUIT'])).toEqual([...taken, '250 2.0.0', '221 2.0.0'])
  })

  it('refuse-ehlo knows HELO alone', async () => {
    const lines = ['EHLO client.test', 'HELO client.test', 'MAIL FROM:<a@b.test>']
    expect(await play(await under('refuse-ehlo'), lines)).toEqual(['220', '502 5.5.1', '250', '250 2.1.0'])
  })

  it('no-starttls neither offers nor knows STARTTLS', async () => {
    const client = await under('no-starttls')
    await client.reply()
    expect(await client.ask('EHLO client.test')).not.toContain('STARTTLS')
    expect(await client.ask('STARTTLS')).toBe('502 5.5.1 Command not offered here')
    client.drop()
  })

  it('starttls-refused offers STARTTLS, puts it off and goes on', async () => {
    const client = await under('starttls-refused')
    await client.reply()
    expect(await client.ask('EHLO client.test')).toContain('STARTTLS')
    expect(await client.ask('STARTTLS')).toBe('454 4.7.0 TLS is not available just now')
    expect(await client.ask('MAIL FROM:<>')).toBe('250 2.1.0 Sender taken')
    client.drop()
  })

  it('refuse-login refuses the right password', async () => {
    const client = await under('refuse-login')
    await client.reply()
    await client.ask('EHLO client.test')
    await client.ask('STARTTLS')
    await client.startTls()
    await client.ask('EHLO client.test')
    const plain = Buffer.from(`\0${login.user}\0${login.password}`).toString('base64')
    expect(await client.ask(`AUTH PLAIN ${plain}`)).toBe('535 5.7.8 User or password is wrong')
    client.drop()
  })

  it('greylist puts off the first try of each recipient, in any session, and takes the next', async () => {
    const first = await under('greylist')
    const lines = [...mail.slice(0, 3), 'RCPT TO:<other@d.test>', 'DATA']
    expect(await play(first, lines)).toEqual(['220', '250-', '250 2.1.0', '450 4.7.1', '450 4.7.1', '554 5.5.1'])
    const second = await connect(server.port('mx'))
    expect(await play(second, mail)).toEqual([...taken, '250 2.0.0'])
    server.setScenario('greylist')
    expect(await play(await connect(server.port('mx')), mail.slice(0, 3))).toContain('450 4.7.1')
  })

  it('busy greets with 421 and closes', async () => {
    expect(await play(await under('busy'), ['EHLO client.test'])).toEqual(['421 4.3.2', 'closed'])
  })

  it('drop-after-dot closes in place of a reply, and keeps nothing', async () => {
    expect(await play(await under('drop-after-dot'), mail)).toEqual([...taken, 'closed'])
    expect(server.mails).toEqual([])
    expect(await server.transcript()).toContain('the mail was not kept')
  })

  it('refuse-content refuses at the dot, keeps nothing and goes on', async () => {
    const replies = await play(await under('refuse-content'), [...mail, 'NOOP'])
    expect([replies, server.mails]).toEqual([[...taken, '554 5.6.0', '250 2.0.0'], []])
  })

  it('slow takes 0.7 s for each reply', async () => {
    const client = await under('slow')
    await client.reply()
    const { entries = [] } = server.sessions[0] ?? {}
    const greeting = entries.find(({ direction }) => direction === 'server')
    expect(greeting?.time).toBeGreaterThan(690e6)
    client.drop()
  })

  it('slow does not slow the stop', async () => {
    await under('slow')
    await server.stop()
    expect(await server.sessions[0]?.outcome).toBe('stopped')
  })

  it('that is set holds for the sessions from then on', async () => {
    const before = await under('none')
    await before.reply()
    server.setScenario('busy')
    expect(await before.ask('NOOP')).toBe('250 2.0.0 OK')
    expect(await play(await connect(server.port('mx')), [])).toEqual(['421 4.3.2'])
    before.drop()
  })
})

describe('a delivery of ours', () => {
  const three = composedMail({ to: ['a@d.test', 'b@d.test', 'c@d.test'] })
  const known = { user: login.user, mechanism: 'automatic', allowPlaintext: false } as const
  const certificate = { pin: null, authorities: authority.certificate, name: null }
  const loggingIn = { security: 'starttls', login: known, secret: login.password, certificate } as const
  const withToken = { ...loggingIn, login: { ...known, mechanism: 'OAUTHBEARER' } } as const
  it.each([
    ['mixed-recipients', {}, 'partial', undefined, ['accepted', 'refused 550', 'refused 450']],
    ['refuse-late', {}, 'refused', 'content-refused', ['refused 552', 'refused 552', 'refused 552']],
    ['closes-at-data', {}, 'refused', 'service-closing', ['refused 421', 'refused 421', 'refused 421']],
    ['scram-impostor', loggingIn, 'failed', 'login-server-unproven', ['refused', 'refused', 'refused']],
    ['token-refused', withToken, 'failed', 'login-token-refused', ['refused', 'refused', 'refused']],
  ] as const)('under %s ends as it should', async (scenario, access, outcome, failure, fates) => {
    server = await startTestServer({ scenario })
    const receipt = await deliver(relayOrder(server.port('mx'), { access, mail: three }), deliveryTools())
    const seen = receipt.recipients.map((each) =>
      each.outcome === 'accepted' ? 'accepted' : [each.outcome, each.reply?.code].filter(Boolean).join(' '),
    )
    expect([receipt.outcome, receipt.failure?.kind, seen]).toEqual([outcome, failure, fates])
  })

  it('under slow-drain waits a second for the mail to be taken in', async () => {
    server = await startTestServer({ scenario: 'slow-drain' })
    await deliver(relayOrder(server.port('mx')), deliveryTools())
    const { entries = [] } = server.sessions[0] ?? {}
    const timeOf = (start: string) => entries.find(({ text }) => text.startsWith(start))?.time ?? 0
    expect(timeOf('250 2.0.0 kept') - timeOf('354')).toBeGreaterThan(990e6)
  })
})

describe('an address that names its refusal', () => {
  it('is refused so under every scenario, and 421 closes', async () => {
    const client = await under('refuse-content')
    const lines = [
      'EHLO client.test',
      'MAIL FROM:<450-4.7.0@b.test>',
      'MAIL FROM:<a@b.test>',
      'RCPT TO:<552-5.2.2@d.test>',
    ]
    const expected = ['220', '250-', '450 4.7.0', '250 2.1.0', '552 5.2.2', '421 4.3.2', 'closed']
    expect(await play(client, [...lines, 'RCPT TO:<421@d.test>', 'NOOP'])).toEqual(expected)
  })
})
