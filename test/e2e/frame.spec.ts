// What holds at every door before any feature: the window opens, and its page can do no more than it should.
import { expect, test } from './door.ts'
import { rail } from './frame.ts'

test('the window opens with the frame, and nothing on it breaks a rule', async ({ page }) => {
  await expect(rail(page)).toBeVisible()
  await expect(page).toHaveTitle(/Heloise/)
})

test('the page has nothing of Node or Electron', async ({ page }) => {
  await expect(rail(page)).toBeVisible()
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
  )
  expect(found).toEqual([])
})

test('scripts, styles and connections from elsewhere are refused', async ({ page, heloise }) => {
  await expect(rail(page)).toBeVisible()
  const refused = await page.evaluateHandle(() => {
    const directives = new Set<string>()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => directives.add(effectiveDirective))
    const add = (name: string, properties: Record<string, string>) =>
      document.body.append(Object.assign(document.createElement(name), properties))
    add('script', { textContent: 'window.isInjected = true' })
    add('style', { textContent: 'body { display: none }' })
    add('img', { src: 'https://b.example/pixel.gif' })
    add('iframe', { src: 'https://b.example/' })
    fetch('https://b.example/').catch(() => undefined)
    return directives
  })
  await expect
    .poll(() => refused.evaluate((directives) => [...directives].sort()))
    .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem'])
  expect(await page.evaluate(() => 'isInjected' in window)).toBe(false)
  heloise.troubles.length = 0
})

test('a link opens outside the app', async ({ page, heloise }) => {
  await expect(rail(page)).toBeVisible()
  await page.evaluate(() => window.open('https://b.example/rfc', '_blank', 'noopener'))
  await expect.poll(() => heloise.opened().outside()).toEqual(['https://b.example/rfc'])
  await expect(rail(page)).toBeVisible()
})

test('a compose window is a window of its own', async ({ page, heloise }) => {
  await expect(rail(page)).toBeVisible()
  const compose = await heloise
    .opened()
    .openedBy(() =>
      page.evaluate(() => window.open(`${location.pathname}#/compose/new?window=own`, '_blank', 'noopener')),
    )
  await expect(compose.locator('#root')).not.toBeEmpty()
  expect(new URL(compose.url()).hash).toMatch(/^#\/compose\//)
})

test('the app starts again on the same data', async ({ heloise }) => {
  const page = await heloise.restart()
  await expect(rail(page)).toBeVisible()
})
