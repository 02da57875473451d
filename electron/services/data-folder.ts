// Where Heloise keeps its data: the same folder for the desktop app, the browser and the command line.
import { homedir } from 'node:os'
import { join } from 'node:path'

type Machine = {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

const here: Machine = { platform: process.platform, home: homedir(), env: process.env }

/** `HELOISE_DATA`, or where Electron puts the data of an app of this name. */
export function dataFolder(machine = here): string {
  const { env } = machine
  return env.HELOISE_DATA || join(appData(machine), 'Heloise')
}

function appData({ platform, home, env }: Machine): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support')
    case 'win32':
      return env.APPDATA || join(home, 'AppData', 'Roaming')
    default:
      return env.XDG_CONFIG_HOME || join(home, '.config')
  }
}
