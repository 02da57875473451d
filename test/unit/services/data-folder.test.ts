import { expect, it } from 'vitest'
import { dataFolder } from '../../../electron/services/data-folder.ts'

it.each([
  ['linux', {}, '/home/ana/.config/Heloise'],
  ['linux', { XDG_CONFIG_HOME: '/home/ana/conf' }, '/home/ana/conf/Heloise'],
  ['darwin', {}, '/home/ana/Library/Application Support/Heloise'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Heloise'],
  ['linux', { HELOISE_DATA: '/data', XDG_CONFIG_HOME: '/home/ana/conf' }, '/data'],
] as const)('on %s with %o the data is in %s', (platform, env, folder) => {
  expect(dataFolder({ platform, home: '/home/ana', env })).toBe(folder)
})
