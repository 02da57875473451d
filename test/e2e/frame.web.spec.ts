// What only the web door must hold: it serves the person who started it, and nobody else.
import { request } from 'node:http'
import { expect, test } from './door.ts'
import { rail } from './frame.ts'

test('it turns away whoever has no cookie, and every foreign page', async ({ page }) => {
  await expect(rail(page)).toBeVisible()
  const { port, origin } = new URL(page.url())
  const [cookie] = await page.context().cookies()
  const session = `${cookie?.name}=${cookie?.value}`
  const status = (headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: '/', headers })
      asked
        .on('response', (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end()
    })
  expect({
    httpOnly: cookie?.httpOnly,
    sameSite: cookie?.sameSite,
    address: page.url().includes('token'),
    own: await status({ cookie: session, origin }),
    stranger: await status({}),
    foreign: await status({ cookie: session, origin: 'https://evil.example' }),
    rebound: await status({ cookie: session, host: 'evil.example' }),
  }).toEqual({
    httpOnly: true,
    sameSite: 'Strict',
    address: false,
    own: 200,
    stranger: 403,
    foreign: 403,
    rebound: 421,
  })
})
