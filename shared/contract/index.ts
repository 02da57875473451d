// Everything the window can ask. Adding a call touches three places: here, the service of the chapter, the caller.
import type { ContractRouterClient } from '@orpc/contract'
import { app, settings } from './app.ts'
import { diagnose } from './diagnose.ts'
import { attachments, drafts } from './drafts.ts'
import { inbox, loopback } from './loopback.ts'
import { profiles } from './profiles.ts'
import { transcripts } from './transcripts.ts'

export const contract = { app, settings, profiles, drafts, attachments, transcripts, diagnose, loopback, inbox }

/** The contract as the window calls it. */
export type Api = ContractRouterClient<typeof contract>
