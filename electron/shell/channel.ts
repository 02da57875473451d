// The app's half of the channel: one pair of ports a page, given to nobody but the main frame of our own page.
import { RPCHandler } from '@orpc/server/message-port'
import { BrowserWindow, type IpcMainEvent, ipcMain } from 'electron'
import type { MenuCommand } from '#shared/contract/app.ts'
import type { ConnectionContext, Services } from '../services/index.ts'
import { isOwnAddress } from './addresses.ts'
import { type Commands, createCommands } from './commands.ts'

/** Answers the function that tells a window what was chosen in its menu. */
export function answerChannels(router: Services): (window: BrowserWindow, command: MenuCommand) => void {
  const handler = new RPCHandler<ConnectionContext>(router)
  const commandsOf = new WeakMap<BrowserWindow, Commands>()
  ipcMain.on('heloise:channel', (event) => {
    const [port] = event.ports
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!port) return
    if (!window || !isOwnPage(event)) return port.close()
    const commands = createCommands()
    commandsOf.set(window, commands)
    // A closed or reloaded page closes its port, which aborts whatever it still followed.
    port.on('close', commands.end)
    handler.upgrade(port, { context: { menu: commands.stream } })
    port.start()
  })
  return (window, command) => commandsOf.get(window)?.send(command)
}

function isOwnPage({ sender, senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url)
}
