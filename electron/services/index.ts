// The contract, answered. Everything it works with is built by the doors: see open.ts.
import { createApp, createSettings } from './app.ts'
import { createAttachments } from './attachments.ts'
import { createDiagnose } from './diagnose.ts'
import { createDrafts } from './drafts.ts'
import { createInbox } from './inbox.ts'
import { createLoopback } from './loopback.ts'
import { createProfiles } from './profiles.ts'
import type { ServiceTools } from './tools.ts'
import { createTranscripts } from './transcripts.ts'

export type { ConnectionContext } from './answer.ts'
export type { ServiceTools } from './tools.ts'

export type Services = ReturnType<typeof createServices>

export function createServices(tools: ServiceTools) {
  return {
    app: createApp(tools),
    settings: createSettings(tools),
    profiles: createProfiles(tools),
    drafts: createDrafts(tools),
    attachments: createAttachments(tools),
    transcripts: createTranscripts(tools),
    diagnose: createDiagnose(tools),
    loopback: createLoopback(tools),
    inbox: createInbox(tools),
  }
}
