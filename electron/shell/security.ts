// What no page of the app may do, whichever window it is in: leave the app, embed, ask for the machine's devices.
import { app, type Session, session, shell, type WebContents, type WindowOpenHandlerResponse } from 'electron'
import { composeRoute, isOutsideLink, isOwnAddress, origin } from './addresses.ts'

/** `openCompose` opens a compose window for the route that follows `#` in an own address. */
export function guardPages(openCompose: (route: string) => void): void {
  denyPermissions(session.defaultSession)
  app.on('web-contents-created', (_, contents) => guard(contents, openCompose))
}

function guard(contents: WebContents, openCompose: (route: string) => void): void {
  contents.on('will-navigate', (event) => !isOwnAddress(event.url) && event.preventDefault())
  contents.on('will-redirect', (event) => !isOwnAddress(event.url) && event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !event.url.startsWith(`${origin}/mail-view/`)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => openOutside(url, openCompose))
}

/** A page never gets a window of its own making: a compose window is opened here, a link by the desktop. */
function openOutside(address: string, openCompose: (route: string) => void): WindowOpenHandlerResponse {
  const route = composeRoute(address)
  if (route !== null) openCompose(route)
  else if (isOutsideLink(address)) void shell.openExternal(address)
  return { action: 'deny' }
}

/** All denied but one: a page may put text on the clipboard when someone presses Copy. */
function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(permission === 'clipboard-sanitized-write' && isOwnAddress(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (_, permission, requester) =>
      permission === 'clipboard-sanitized-write' && isOwnAddress(requester.replace(/\/$/, '')),
  )
  session.setDevicePermissionHandler(() => false)
}
