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

test('a page whose channel drops says so, and goes on when it is back', async ({ page, heloise }) => {
  let isDown = false
  let drop = () => {}
  await page.routeWebSocket('**/channel', (socket) => {
    if (isDown) return void socket.close()
    socket.connectToServer()
    drop = () => socket.close()
  })
  await page.reload()
  await expect(rail(page)).toBeVisible()
  isDown = true
  drop()
  await expect(page.getByRole('alert')).toBeVisible()
  isDown = false
  await expect(page.getByRole('alert')).toBeHidden()
  // What was being asked for at that moment has failed, and may say so.
  heloise.troubles.length = 0
  await rail(page).getByRole('button', { name: 'Settings' }).click()
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})
