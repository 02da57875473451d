// A Postfix of the bench's own on a free port, with TLS as Debian sets it up.
import { makeKeys, missingPrograms, type PostfixServer, startPostfix } from '../../real/tls/servers.ts'

/** Why it cannot run here, or null. */
export const missingForPostfix = (): string | null => missingPrograms('postfix', 'openssl')

export async function startBenchPostfix(servers: AsyncDisposableStack): Promise<PostfixServer> {
  return servers.use(await startPostfix(servers.use(await makeKeys()), []))
}
