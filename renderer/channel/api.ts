// The window's half of the channel: every call of the contract, whichever door is behind it.
import { createORPCClient } from '@orpc/client'
import type { Api } from '#shared/contract/index.ts'
import { browserLink } from './browser-link.ts'
import { desktopLink } from './desktop-link.ts'

export { channelState, keepFollowing } from './state.ts'

export const api: Api = createORPCClient('heloise' in window ? desktopLink() : browserLink())
