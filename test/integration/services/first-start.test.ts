import { statSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { startHeloise, type TestHeloise } from '../../fakes/heloise.ts'

let heloise: TestHeloise | null = null
const start = async (options = {}) => {
  heloise = await startHeloise(options)
  return heloise
}
const reopen = async () => {
  heloise = (await heloise?.reopen()) ?? null
  if (heloise === null) throw new Error('Nothing was open')
  return heloise
}
afterEach(async () => {
  await heloise?.close()
  heloise = null
})

const portsOf = async ({ api }: TestHeloise) => (await api.loopback.state()).listeners.map(({ port }) => port)

it('finds the loopback server running, its profile, and a sample mail to it', async () => {
  const { api, dataFolder } = await start({ locale: 'es-ES' })
  const { listeners, login, authority, problem } = await api.loopback.state()
  expect({ roles: listeners.map(({ role }) => role), problem }).toEqual({
    roles: ['mx', 'submission', 'submissions'],
    problem: null,
  })
  const [profile] = await api.profiles.list()
  expect(profile).toMatchObject({
    name: 'Loopback',
    port: listeners[1]?.port,
    security: 'starttls',
    login: { user: 'loopback' },
    certificate: { authorities: authority.pem },
    isLoopback: true,
    hasSecret: true,
    lastCheck: null,
  })
  expect(JSON.stringify(profile)).not.toContain(login.password)
  const [sample] = await api.drafts.list()
  expect(sample?.draft).toMatchObject({ profileId: profile?.id, to: ['Heloise <you@loopback.test>'] })
  expect(sample?.draft.subject).toMatch(/^Pulsar Enviar/)
  expect(statSync(join(dataFolder, 'authority', 'authority.key')).mode & 0o777).toBe(0o600)
})

it('keeps ports, login and authority, and makes nothing twice', async () => {
  const first = await start()
  const before = { ...(await first.api.loopback.state()), drafts: await first.api.drafts.list() }
  const second = await reopen()
  expect({ ...(await second.api.loopback.state()), drafts: await second.api.drafts.list() }).toEqual(before)
  expect(await second.api.profiles.list()).toHaveLength(1)
})

it('goes to free ports without a word when those of last time are taken', async () => {
  const [mx = 0] = await portsOf(await start())
  await heloise?.stop()
  const other = await occupy(mx)
  const again = await reopen()
  const { problem, listeners } = await again.api.loopback.state()
  expect(problem).toBeNull()
  expect(listeners).toHaveLength(3)
  expect((await again.api.profiles.list())[0]?.port).toBe(listeners[1]?.port)
  await free(other)
})

it('says so when a port that was asked for is taken, and starts once it is not', async () => {
  const { api } = await start()
  const other = await occupy(0)
  const taken = portOf(other)
  const ports = { mx: taken, submission: 0, submissions: 0 }
  expect(await api.loopback.configure({ ports })).toMatchObject({
    listeners: [],
    problem: expect.stringContaining(String(taken)),
  })
  await free(other)
  expect(await api.loopback.configure({ ports })).toMatchObject({
    listeners: [{ role: 'mx', port: taken }, { role: 'submission' }, { role: 'submissions' }],
    problem: null,
  })
})

it('is off when it is switched off, and stays off', async () => {
  const { api } = await start()
  expect((await api.loopback.configure({ isOn: false })).listeners).toEqual([])
  expect(await portsOf(await reopen())).toEqual([])
})

async function occupy(port: number): Promise<Server> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const free = (server: Server) => new Promise((resolve) => server.close(resolve))
