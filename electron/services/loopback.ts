// The chapter `loopback`: the test server of this machine, switched and watched.
import { answer } from './answer.ts'
import type { ServiceTools } from './tools.ts'

export function createLoopback({ loopback }: ServiceTools) {
  return {
    state: answer.loopback.state.handler(() => loopback.state()),
    configure: answer.loopback.configure.handler(({ input }) => loopback.configure(input)),
  }
}
