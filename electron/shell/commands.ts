// What was chosen in the menu for one window, on its way to that window's page.
import type { MenuCommand } from '#shared/contract/app.ts'
import { type Bell, createBell } from '../services/bell.ts'

export type Commands = {
  readonly stream: AsyncIterable<MenuCommand>
  send(command: MenuCommand): void
  /** Ends the stream: its page is gone. */
  end(): void
}

export function createCommands(): Commands {
  const waiting: MenuCommand[] = []
  const bell = createBell()
  const ending = new AbortController()
  return {
    stream: { [Symbol.asyncIterator]: () => take(waiting, bell, ending.signal) },
    send(command) {
      waiting.push(command)
      bell.ring()
    },
    end: () => ending.abort(),
  }
}

async function* take(waiting: MenuCommand[], bell: Bell, signal: AbortSignal): AsyncGenerator<MenuCommand, void> {
  while (!signal.aborted) {
    yield* waiting.splice(0)
    await bell.wait(signal)
  }
}
