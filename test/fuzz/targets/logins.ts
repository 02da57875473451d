// What servers say in a login: every mechanism bears every challenge, and none believes a server that proves nothing.
import { mechanisms } from '#shared/values/mechanisms.ts'
import { readDigestChallenge } from '../../../electron/engine/smtp/sasl/digest-challenge.ts'
import { createMechanism } from '../../../electron/engine/smtp/sasl/index.ts'
import { readChallenge } from '../../../electron/engine/smtp/sasl/ntlm-message.ts'
import { readOauthError } from '../../../electron/engine/smtp/sasl/oauth-error.ts'
import { readServerFinal, readServerFirst } from '../../../electron/engine/smtp/sasl/scram-message.ts'
import { SmtpError } from '../../../electron/engine/smtp-error.ts'
import { loginContext } from '../../fakes/login.ts'
import { octets } from '../corpus.ts'
import { assert, type Target } from '../target.ts'

/** What our nonce is with the octets of `loginContext`. */
const nonce = Buffer.alloc(18, 7).toString('base64')

const challenges = octets([
  '',
  'Username:',
  '<1896.697170952@postoffice.example>',
  `r=${nonce}server,s=QSXCR+Q6sek8bf92,i=1`,
  'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=',
  'e=server-does-support-channel-binding',
  'realm="example.org",nonce="OA6MG9tEQGm2hh",qop="auth,auth-int",algorithm=md5-sess,charset=utf-8',
  'rspauth=ea40f60335c427b5527b84dbabcdfffd',
  '{"status":"401","schemes":"Bearer","scope":"https://mail.example/"}',
]).concat(ntlmChallenge())

function ntlmChallenge(): Buffer {
  const head = Buffer.alloc(48)
  head.write('NTLMSSP\0', 'latin1')
  head.writeUInt32LE(2, 8)
  head.writeUInt16LE(16, 40)
  head.writeUInt32LE(48, 44)
  return Buffer.concat([head, Buffer.from('0700080003030303030303030000000000', 'hex')])
}

export const challengeMessages: Target = {
  name: 'login messages',
  share: 12,
  samples: challenges,
  check(input) {
    const text = input.toString('utf8')
    readServerFirst(text, nonce)
    readServerFinal(text)
    readDigestChallenge(input)
    readChallenge(input)
    const reason = readOauthError(input)
    assert(!/[\x00-\x1f\x7f-\x9f]/.test(reason), 'a reason is one line that can be shown')
  },
}

/** A login that is lined up for long is no test of the parser. */
const mostRounds = 100

export const logins: Target = {
  name: 'logins',
  share: 2,
  samples: challenges,
  async check(input) {
    const first = readServerFirst(input.toString('utf8'), nonce)
    if (first.kind === 'first' && first.iterations > mostRounds) return
    for (const name of mechanisms) {
      const mechanism = await createMechanism(name, loginContext())
      const shown: string[] = []
      for (let index = 0; index < 3; index += 1) {
        const step = await answered(() =>
          mechanism.answer(index === 1 ? Buffer.from(input.toString('latin1')) : input, index),
        )
        if (step === null || step.kind !== 'response') break
        shown.push(step.response.shown)
      }
      assert(!shown.join().includes('tanstaaf'), 'what is shown of a login has no password')
      if (name.startsWith('SCRAM') || name === 'DIGEST-MD5')
        assert(mechanism.doubt?.() !== null, 'a server that proves nothing is not believed')
    }
  },
}

async function answered<T>(ask: () => T | Promise<T>): Promise<T | null> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof SmtpError) return null
    throw error
  }
}
