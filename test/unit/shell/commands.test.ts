import { expect, it } from 'vitest'
import { createCommands } from '../../../electron/shell/commands.ts'

it('hands on what was chosen, in its order, until the page is gone', async () => {
  const commands = createCommands()
  commands.send('new-mail')
  const heard: string[] = []
  for await (const command of commands.stream) {
    heard.push(command)
    if (command === 'new-mail') commands.send('find')
    else commands.end()
  }
  expect(heard).toEqual(['new-mail', 'find'])
})
