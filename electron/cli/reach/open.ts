// From options to an access: first what they say, then the secrets, so that nobody types a password in vain.
import { needsSecret } from '#shared/values/mechanisms.ts'
import type { Access } from '../../engine/delivery/order.ts'
import type { SavedProfile } from '../../services/saved-profile.ts'
import { readPassword } from '../password.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import { type Reach, reachOf } from './access.ts'
import type { ReachArguments } from './arguments.ts'
import { proxySecretOf } from './connection.ts'
import { clientKeyOf } from './tls.ts'

export type Begun = { readonly saved: SavedProfile | null; readonly reach: Reach }

export async function beginReach(options: ReachArguments, terminal: Terminal): Promise<Begun> {
  const saved = await savedProfileOf(options, terminal)
  return { saved, reach: await reachOf(options, saved?.profile ?? null, terminal.words) }
}

export async function withSecrets(begun: Begun, options: ReachArguments, terminal: Terminal): Promise<Access> {
  const { saved, reach } = begun
  const secret = await secretOf(begun, options, terminal)
  const clientKey = (await clientKeyOf(options, terminal)) ?? saved?.clientKey ?? null
  const proxySecret = await proxySecretOf(reach.connection.proxy, saved?.proxySecret ?? null, options, terminal)
  return { ...reach, secret, clientKey, proxySecret }
}

async function savedProfileOf({ profile: name }: ReachArguments, { words }: Terminal): Promise<SavedProfile | null> {
  if (name === undefined) return null
  const { dataFolder } = await import('../../services/data-folder.ts')
  const { savedProfile } = await import('../../services/saved-profile.ts')
  const found = await savedProfile(name, dataFolder())
  if ('profile' in found) return found
  throw new UsageError(words.profileUnknown(name, found))
}

/** The saved password is for the saved user. */
async function secretOf(
  { reach, saved }: Begun,
  { passwordFile, user }: ReachArguments,
  terminal: Terminal,
): Promise<string | null> {
  if (reach.login === null || !needsSecret(reach.login.mechanism)) return null
  const kept = saved?.secret ?? null
  if (kept !== null && passwordFile === undefined && user === undefined) return kept
  const { words } = terminal
  const { user: name } = reach.login
  const source = {
    option: '--password-file',
    file: passwordFile,
    variable: 'HELOISE_PASSWORD',
    prompt: words.passwordPrompt(name),
    missing: words.passwordMissing(name),
  }
  return readPassword(source, terminal)
}
