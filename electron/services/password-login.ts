// User and password of a profile, for a diagnosis that logs in. They go to the engine and never to the window.
import { needsSecret, takesToken } from '#shared/values/mechanisms.ts'
import type { Profile } from '#shared/values/profile.ts'
import type { DiagnoseTarget } from '../engine/diagnose/index.ts'
import { type SecretSources, storedSecret } from './access.ts'

/** Null where there is no password to log in with: a token, a certificate and no secret at all are none. */
export async function passwordLogin(
  profile: Profile,
  sources: SecretSources,
): Promise<NonNullable<DiagnoseTarget['credentials']> | null> {
  const { login } = profile
  if (login === null || !needsSecret(login.mechanism) || takesToken(login.mechanism)) return null
  const secret = await storedSecret(profile, sources)
  return secret === null || secret === '' ? null : { user: login.user, secret }
}
