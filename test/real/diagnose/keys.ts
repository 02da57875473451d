// Keys with their chains for the servers that are diagnosed: one right, each of the others wrong in one way.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { daysFromNow, type Issued, issue } from '../../fakes/certificates.ts'
import { runProgram } from '../mail-server/run-program.ts'

/** Files (PEM): the key, then the chain, leaf first. */
export type DiagnosedKeys = {
  readonly authority: string
  readonly wholeChain: string
  /** Its intermediate is not sent. */
  readonly halfChain: string
  readonly withRoot: string
  readonly expired: string
  readonly notYet: string
  readonly otherName: string
  readonly selfSigned: string
  readonly forClients: string
  /** Of RSA, and soon to expire. */
  readonly oldRsa: string
}

const names = ['localhost', 'mail.heloise.test']

export async function makeDiagnosedKeys(directory: string): Promise<DiagnosedKeys> {
  const root = await issue({ name: 'Heloise test root', isAuthority: true })
  const intermediate = await issue({ name: 'Heloise test issuer', isAuthority: true, issuer: root })
  const ours = (change: object = {}) => issue({ name: 'localhost', names, issuer: intermediate, ...change })
  const keep = async (name: string, leaf: Issued, ...chain: readonly Issued[]) => {
    const file = join(directory, `${name}.pem`)
    const parts = [leaf.key, leaf.certificate, ...chain.map(({ certificate }) => certificate)]
    await writeFile(file, `${parts.join('\n')}\n`, { mode: 0o600 })
    return file
  }
  const good = await ours()
  return {
    authority: root.certificate,
    wholeChain: await keep('whole-chain', good, intermediate),
    halfChain: await keep('half-chain', good),
    withRoot: await keep('with-root', good, intermediate, root),
    expired: await keep('expired', await ours({ validFrom: daysFromNow(-9), validTo: daysFromNow(-2) }), intermediate),
    notYet: await keep('not-yet', await ours({ validFrom: daysFromNow(2) }), intermediate),
    otherName: await keep('other-name', await ours({ names: ['mx.elsewhere.test'] }), intermediate),
    selfSigned: await keep('self-signed', await issue({ name: 'localhost', names })),
    forClients: await keep('for-clients', await ours({ usage: clientAuth }), intermediate),
    oldRsa: await makeRsa(join(directory, 'old-rsa.pem'), ['-newkey', 'rsa:2048', '-days', '5']),
  }
}

const clientAuth = '1.3.6.1.5.5.7.3.2'

async function makeRsa(file: string, how: readonly string[]): Promise<string> {
  const subject = ['-subj', '/CN=localhost', '-addext', `subjectAltName=${names.map((name) => `DNS:${name}`).join()}`]
  await runProgram('openssl', ['req', '-x509', '-nodes', ...how, ...subject, '-keyout', file, '-out', `${file}.crt`])
  await writeFile(file, await runProgram('openssl', ['x509', '-in', `${file}.crt`]), { flag: 'a' })
  return file
}
