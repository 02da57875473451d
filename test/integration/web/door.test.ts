import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Api } from '#shared/contract/index.ts'
import { type Door, openDoor } from '../../../electron/web/door.ts'
import { startHeloise, type TestHeloise } from '../../fakes/heloise.ts'

type Answer = { readonly status: number; readonly headers: Record<string, string | undefined>; readonly body: string }
type Asking = { readonly method?: string; readonly headers?: Record<string, string> }

const folder = mkdtempSync(join(tmpdir(), 'heloise-door-'))
let heloise: TestHeloise
let door: Door
let base: URL
const sockets = new Set<WebSocket>()

beforeAll(async () => {
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  writeFileSync(join(folder, 'renderer/index.html'), '<meta name="csp-nonce" content=""><p>Heloise</p>')
  writeFileSync(join(folder, 'renderer/assets/index-abc.js'), 'export {}')
  heloise = await startHeloise()
})
beforeEach(async () => {
  door = await openDoor({ router: heloise.router, folder: join(folder, 'renderer'), port: 0 })
  base = new URL(door.address)
})
afterEach(() => {
  for (const socket of sockets) socket.terminate()
  sockets.clear()
  door.close()
})
afterAll(async () => {
  await heloise.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Sends a path as it stands, which `fetch` would tidy first. */
function ask(path: string, { method = 'GET', headers = {} }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: base.port, path, method, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part
      })
      response.on('end', () => {
        const told = Object.entries(response.headers).map(([name, value]) => [name, String(value)])
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(told), body })
      })
    })
    asked.on('error', reject).end()
  })
}

async function admitted(): Promise<{ cookie: string }> {
  const { headers } = await ask(base.pathname + base.search)
  return { cookie: headers['set-cookie']?.split(';')[0] ?? '' }
}

/** `open`, or the status of the refusal. */
function knock(headers: Record<string, string>, path = '/channel'): Promise<string> {
  const socket = new WebSocket(`ws://127.0.0.1:${base.port}${path}`, { headers })
  sockets.add(socket)
  return new Promise((resolve) => {
    socket.on('open', () => resolve('open'))
    socket.on('unexpected-response', (_, response) => resolve(String(response.statusCode)))
    socket.on('error', () => resolve('failed'))
  })
}

describe('the token', () => {
  it('is exchanged once for a cookie that opens the page, and leaves the address', async () => {
    const first = await ask(base.pathname + base.search)
    const cookie = first.headers['set-cookie']?.split(';')[0] ?? ''
    expect([first.status, first.headers.location]).toEqual([303, '/'])
    expect((await ask('/', { headers: { cookie } })).body).toContain('Heloise')
    expect((await ask(base.pathname + base.search)).status).toBe(403)
    expect((await ask(base.pathname + base.search, { headers: { cookie } })).status).toBe(200)
  })

  it('is not spent by a look at the head alone', async () => {
    expect((await ask(base.pathname + base.search, { method: 'HEAD' })).headers['set-cookie']).toBeUndefined()
    expect((await ask(base.pathname + base.search)).status).toBe(303)
  })

  it('is followed by a page of our own where a link on another site led here', async () => {
    const answer = await ask(base.pathname + base.search, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect([answer.status, answer.body]).toEqual([200, expect.stringContaining('http-equiv="refresh"')])
  })

  it.each(['/', '/index.html', '/assets/index-abc.js', '/?token=wrong', '/?token='])(
    'without it %s is refused',
    async (path) => {
      expect((await ask(path)).status).toBe(403)
    },
  )
})

describe('a request', () => {
  it.each(['evil.example', '127.0.0.1.evil.example', '0.0.0.0'])('for the host %s is refused', async (host) => {
    expect((await ask('/', { headers: { ...(await admitted()), host } })).status).toBe(421)
  })

  it('through a forwarded port is answered', async () => {
    expect((await ask('/', { headers: { ...(await admitted()), host: 'localhost:1234' } })).status).toBe(200)
  })

  it('by a page of another origin is refused', async () => {
    expect((await ask('/', { headers: { ...(await admitted()), origin: 'https://evil.example' } })).status).toBe(403)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('by %s is refused', async (method) => {
    expect((await ask('/', { method, headers: await admitted() })).status).toBe(405)
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '//secret.txt',
    '/assets',
    '/.hidden',
    '/%00',
  ])('for %s finds nothing', async (path) => {
    expect((await ask(path, { headers: await admitted() })).status).toBe(404)
  })
})

describe('the page', () => {
  it('has the nonce of its policy in the document, a new one each time', async () => {
    const headers = await admitted()
    const [one, two] = [await ask('/', { headers }), await ask('/', { headers })]
    const nonce = /content="([^"]+)"/.exec(one.body)?.[1] ?? ''
    expect(one.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(two.body).not.toBe(one.body)
  })

  it('is never cached, its hashed files always', async () => {
    const headers = await admitted()
    expect((await ask('/', { headers })).headers['cache-control']).toBe('no-store')
    const { headers: told } = await ask('/assets/index-abc.js', { headers })
    expect([told['content-type'], told['cache-control'], told['x-content-type-options']]).toEqual([
      'text/javascript; charset=utf-8',
      'private, max-age=31536000, immutable',
      'nosniff',
    ])
  })

  it('has no mail to show where there is none', async () => {
    expect((await ask('/mail-view/unknown', { headers: await admitted() })).status).toBe(404)
  })
})

describe('the channel', () => {
  it('opens for an admitted page of our own origin alone', async () => {
    const { cookie } = await admitted()
    const origin = base.origin
    expect({
      own: await knock({ cookie, origin }),
      noCookie: await knock({ origin }),
      wrongCookie: await knock({ cookie: `${cookie}x`, origin }),
      noOrigin: await knock({ cookie }),
      foreignOrigin: await knock({ cookie, origin: 'https://evil.example' }),
      otherPort: await knock({ cookie, origin: 'http://127.0.0.1:1' }),
      foreignHost: await knock({ cookie, origin: 'http://evil.example', host: 'evil.example' }),
      otherPath: await knock({ cookie, origin }, '/elsewhere'),
    }).toEqual({
      own: 'open',
      noCookie: '401',
      wrongCookie: '401',
      noOrigin: '403',
      foreignOrigin: '403',
      otherPort: '403',
      foreignHost: '421',
      otherPath: '404',
    })
  })

  it('carries calls, errors as data, and a megabyte there and back', async () => {
    const api = await connect()
    const { draft } = await api.drafts.create({ profileId: null, mailto: null })
    const bytes = Buffer.alloc(1024 * 1024, 'Héloïse ')
    const { id } = await api.attachments.begin({
      draftId: draft.id,
      name: 'letters.txt',
      type: 'text/plain',
      size: bytes.length,
      isInline: false,
    })
    expect(await api.attachments.append({ id, bytes: new Blob([bytes]) })).toEqual({ received: bytes.length })
    expect(Buffer.from(await (await api.attachments.read({ id })).arrayBuffer()).equals(bytes)).toBe(true)
    await expect(api.drafts.get({ id: 'gone' })).rejects.toMatchObject({ code: 'NOT_FOUND', data: { id: 'gone' } })
  })

  it('ends what a page follows when the page goes', async () => {
    const api = await connect()
    const changes = await api.app.changes()
    const waiting = changes.next()
    for (const socket of sockets) socket.close()
    await expect(waiting).rejects.toThrow()
  })
})

async function connect(): Promise<Api> {
  const { cookie } = await admitted()
  const socket = new WebSocket(`ws://127.0.0.1:${base.port}/channel`, { headers: { cookie, origin: base.origin } })
  sockets.add(socket)
  const websocket = Object.assign(socket, { binaryType: 'arraybuffer' as const })
  return createORPCClient(new RPCLink({ websocket: websocket as never }))
}
