// Quitting: the services are closed first, but never for longer than a person would wait.
import { app } from 'electron'

/** Milliseconds. A server's QUIT and the database's last write fit well; a peer that hangs does not count. */
const longestClose = 3_000

export function quitAfter(close: () => Promise<void> | void): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void closeWithin(close).then(() => {
      isClosed = true
      app.quit()
    })
  })
}

async function closeWithin(close: () => Promise<void> | void): Promise<void> {
  const limit = new Promise<void>((resolve) => setTimeout(resolve, longestClose))
  await Promise.race([Promise.resolve(close()).catch((error: unknown) => console.error(error)), limit])
}
