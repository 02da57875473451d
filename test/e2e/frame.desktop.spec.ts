// What only the desktop app must hold: its windows stay its own, and its menu and links reach the right one.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ElectronApplication } from '@playwright/test'
import { findElectron } from '../../build/electron-binary.ts'
import { expect, test } from './door.ts'
import { root } from './environment.ts'
import { rail } from './frame.ts'

test('the window cannot be led away from the app, nor to files and programs', async ({ page, heloise }) => {
  await expect(rail(page)).toBeVisible()
  const address = new URL('/', page.url()).href
  await page.evaluate(() => {
    location.href = 'https://b.example/'
  })
  await page.evaluate(() => {
    window.open('file:///etc/passwd')
    window.open('smb://b.example/share')
    window.open('https://b.example/last')
  })
  await expect.poll(() => heloise.opened().outside()).toEqual(['https://b.example/last'])
  await expect(rail(page)).toBeVisible()
  expect(new URL('/', page.url()).href).toBe(address)
})

test('the menu speaks to the focused window alone', async ({ page, heloise, desktop }) => {
  await expect(rail(page)).toBeVisible()
  const compose = await heloise.opened().openedBy(() => choose(desktop, 'File', 'New Mail'))
  await expect(compose.locator('#root')).not.toBeEmpty()
  await desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ id }) => id === 1)
      ?.focus(),
  )
  await page.bringToFront()
  const before = compose.url()
  await choose(desktop, 'View', 'Servers')
  await expect(page).toHaveURL(/#\/servers$/)
  expect(compose.url()).toBe(before)
})

test('a mailto link opens a compose window with what it says', async ({ page, heloise }) => {
  await expect(rail(page)).toBeVisible()
  const link = 'mailto:ana@b.example?subject=Hola%20%C3%B1and%C3%BA'
  const compose = await heloise.opened().openedBy(() => startAgain(heloise.dataFolder, link))
  await expect(compose.getByText('ana@b.example')).toBeVisible()
  await expect(compose.getByRole('textbox', { name: 'Subject' })).toHaveValue('Hola ñandú')
})

test('the theme of the settings is that of the desktop window', async ({ page, desktop }) => {
  const themeSource = () => desktop.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
  await rail(page).getByRole('button', { name: 'Settings' }).click()
  expect(await themeSource()).toBe('system')
  await page.getByText('Dark', { exact: true }).click()
  await expect.poll(themeSource).toBe('dark')
})

test('the window opens where it was closed', async ({ page, heloise, desktop }) => {
  await expect(rail(page)).toBeVisible()
  const bounds = { x: 40, y: 50, width: 1000, height: 700 }
  await desktop.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), bounds)
  await heloise.restart()
  const { app } = heloise.opened()
  expect(await app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds)
})

test.describe('in Spanish', () => {
  test.use({ language: 'es-ES' })
  test('the menu speaks Spanish', async ({ page, desktop }) => {
    await expect(rail(page)).toBeVisible()
    const labels = await desktop.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
    expect(labels).toEqual(expect.arrayContaining(['Archivo', 'Edición', 'Correo', 'Ver', 'Ventana']))
  })
})

function choose(app: ElectronApplication, menu: string, item: string): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow, Menu }, [menu, item]) => {
      const items = Menu.getApplicationMenu()?.items.find(({ label }) => label === menu)?.submenu?.items
      items?.find(({ label }) => label === item)?.click(undefined, BrowserWindow.getFocusedWindow())
    },
    [menu, item] as const,
  )
}

/** As the desktop starts the app for a link: it finds itself running, and hands the link over. */
async function startAgain(dataFolder: string, link: string): Promise<void> {
  const second = spawn(findElectron() ?? '', [root, `--user-data-dir=${dataFolder}`, link], { stdio: 'ignore' })
  await once(second, 'exit')
}
