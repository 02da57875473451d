// Asks the server of a profile single things. The profile is taken as the form has it; nothing is sent or kept.
import type { ProfileEdit } from '#shared/contract/profiles.ts'
import type { Question } from '#shared/values/question.ts'
import { askServer } from '../engine/delivery/index.ts'
import { accessOf } from './access.ts'
import { settingsOf } from './app.ts'
import { withClientKey } from './client-key.ts'
import { checkProfile } from './profile-check.ts'
import { sessionStream } from './session-stream.ts'
import type { ServiceTools } from './tools.ts'
import { patience } from './try-profile.ts'

type AskEdit = ProfileEdit & { readonly questions: readonly Question[] }

export async function askProfile(
  { profile: edited, questions, ...typed }: AskEdit,
  signal: AbortSignal | undefined,
  tools: ServiceTools,
) {
  const profile = withClientKey(edited, typed.clientKey)
  checkProfile(profile)
  const access = await accessOf(profile, typed, tools)
  const { replyTimeout, dnsServers } = settingsOf(tools.storage)
  const order = { access, questions, replyTimeout: replyTimeout ?? patience, wire: profile.wire }
  return sessionStream(signal, ({ onBegin, ...session }) =>
    askServer(order, {
      ...session,
      recorder: tools.hub.recorder('test', onBegin),
      resolver: tools.resolver(dnsServers),
    }),
  )
}
