// ROBOT: Bleichenbacher's oracle. The key exchange is encrypted with paddings right and wrong; a server that answers them
// differently decrypts what others have recorded, question by question (RFC 5246 §7.4.7.1).
import { constants, type KeyObject, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto'
import { helloOctets } from '../hello.ts'
import { candidates } from '../registry/candidates.ts'
import { suiteOf } from '../registry/suites.ts'
import { versionNumbers } from '../registry/versions.ts'
import { isWhole } from '../scanning.ts'
import { message } from '../wire/messages.ts'
import { vector16 } from '../wire/octets.ts'
import { contentType, records } from '../wire/records.ts'
import { endInWords } from './end-in-words.ts'
import type { Attacked, Tried } from './index.ts'

const version = 'TLSv1.2'
const clientKeyExchange = 16
/** Octets of a premaster secret: the version, and 46 at random. */
const secretLength = 48
/** As long as the Finished of most suites; nobody can decrypt it anyway. */
const finishedLength = 64

export async function paddingOracle(attacked: Attacked): Promise<Tried> {
  const first = await askAll(attacked)
  if (first === null) return { outcome: 'closed', answer: 'no suite with RSA key exchange' }
  if (new Set(first).size === 1) return { outcome: 'closed', answer: `the same for each padding: ${first[0]}` }
  // Chance differs each time, an oracle does not.
  const second = await askAll(attacked)
  const isSame = second !== null && first.every((answer, index) => answer === second[index])
  const answer = `different for each padding: ${[...new Set(first)].join(', ')}`
  return { outcome: isSame ? 'open' : 'unclear', answer }
}

/** Null where no such key exchange is offered. */
async function askAll(attacked: Attacked): Promise<string[] | null> {
  const answers: string[] = []
  for (const pad of paddings) {
    const answer = await askOne(attacked, pad)
    if (answer === null) return null
    answers.push(answer)
  }
  return answers
}

const askOne = ({ prober, name }: Attacked, pad: Padding): Promise<string | null> =>
  prober.converse(async (talk) => {
    const { flight } = await talk.say([helloOctets({ version, suites: rsaSuites, name })], isWhole)
    const key = flight.isDone ? keyOf(flight.certificates?.[0]) : null
    if (key === null) return null
    const encrypted = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, pad(lengthOf(key)))
    const exchange = message(clientKeyExchange, vector16(encrypted))
    const octets = Buffer.concat([
      records(contentType.handshake, versionNumbers[version], exchange),
      records(contentType.changeCipherSpec, versionNumbers[version], Buffer.from([1])),
      records(contentType.handshake, versionNumbers[version], randomBytes(finishedLength)),
    ])
    return endInWords((await talk.say([octets], () => false)).end)
  })

const rsaSuites = candidates(version)
  .map(({ id }) => id)
  .filter((id) => suiteOf(id).keyExchange === 'RSA' && !suiteOf(id).flags.includes('null'))

function keyOf(der: Buffer | undefined): KeyObject | null {
  if (der === undefined) return null
  try {
    const { publicKey } = new X509Certificate(der)
    return publicKey.asymmetricKeyType === 'rsa' ? publicKey : null
  } catch {
    return null
  }
}

const lengthOf = (key: KeyObject): number => Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 2048) / 8)

type Padding = (length: number) => Buffer

const secret = (major: number, minor: number) =>
  Buffer.concat([Buffer.from([major, minor]), randomBytes(secretLength - 2)])
/** Never zero: that would end the padding (RFC 5246 §7.4.7.1). */
const filling = (length: number) => Buffer.from(randomBytes(length).map((octet) => octet || 1))
const padded = (begin: readonly number[], content: Buffer, length: number) =>
  Buffer.concat([Buffer.from(begin), filling(length - begin.length - 1 - content.length), Buffer.from([0]), content])

const paddings: readonly Padding[] = [
  (length) => padded([0, 2], secret(3, 3), length),
  // The first octets are others.
  (length) => padded([0x41, 0x17], secret(3, 3), length),
  // The zero stands too late, so that what follows is too short.
  (length) => padded([0, 2], Buffer.from([0x11]), length),
  // No zero ends the padding.
  (length) => Buffer.concat([Buffer.from([0, 2]), filling(length - 2)]),
  // The version is another.
  (length) => padded([0, 2], secret(2, 2), length),
]
