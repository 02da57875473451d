// The app's own scheme: `heloise://app/…` is the built renderer, and what else the page asks of its origin.
import { app, protocol } from 'electron'
import { answerPage, type PageSource, plain } from '../services/page/page.ts'
import { isOwnAddress } from './addresses.ts'
import { answerDevelopment } from './development.ts'

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'heloise', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveScheme(source: PageSource): void {
  protocol.handle('heloise', async ({ url, method }) => {
    if (!isOwnAddress(url)) return plain(404, 'Not found')
    if (method !== 'GET') return plain(405, 'Only GET', { allow: 'GET' })
    const address = new URL(url)
    const server = developmentServer()
    if (server && !/^\/(mail|report)-view\//.test(address.pathname)) return answerDevelopment(server, address)
    return answerPage(source, address.pathname)
  })
}

/** Set by `npm run dev`; an installed app never asks. */
function developmentServer(): string | undefined {
  return app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
}
