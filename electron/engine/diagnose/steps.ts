// What a diagnosis says that it does just now.
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { type Endpoint, endpointName } from './observed.ts'

export const step = (label: Words, done: number, total: number): DiagnoseEvent => ({
  kind: 'step',
  label: { ...label },
  done,
  total,
})
export const lookingUp = (target: string) => say(`Looking up ${target}`, `Buscando ${target}`)
export const talkingTo = (endpoint: Endpoint) =>
  say(`Talking to ${endpointName(endpoint)}`, `Hablando con ${endpointName(endpoint)}`)
export const probingAt = ({ en, es }: Words, endpoint: Endpoint) =>
  say(`${en}: ${endpointName(endpoint)}`, `${es}: ${endpointName(endpoint)}`)
