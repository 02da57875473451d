// What DNS servers answer, over UDP and TCP, and what domains say of MTA-STS.
import { type Answer, AUTHORITATIVE_ANSWER, encode } from 'dns-packet'
import { encodeQuery, readResponse } from '../../../electron/engine/dns/message.ts'
import { isInPolicy, readStsPolicy } from '../../../electron/engine/dns/sts-policy.ts'
import { readStsRecord } from '../../../electron/engine/dns/sts-record.ts'
import { createFrameReader } from '../../../electron/engine/dns/tcp-frames.ts'
import { decode } from '../../../electron/engine/net/decode.ts'
import { octets } from '../corpus.ts'
import { assert, piecesOf, type Target } from '../target.ts'

const name = 'mx.example'
const query = encodeQuery(0x4a4a, { name, type: 'MX' }, true)

const answers: readonly Answer[] = [
  { type: 'MX', name, data: { preference: 10, exchange: 'one.example' } },
  { type: 'A', name: 'one.example', ttl: 60, data: '192.0.2.1' },
  { type: 'AAAA', name: 'one.example', ttl: 60, data: '2001:db8::1' },
  { type: 'CNAME', name, data: 'alias.example' },
  { type: 'TXT', name, data: ['v=spf1 ', '-all'] },
  { type: 'SRV', name, data: { port: 465, target: 'one.example' } },
  { type: 'TLSA', name, data: { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.alloc(32, 7) } },
]

const responses = answers.map((answer) =>
  encode({
    type: 'response',
    id: 0x4a4a,
    flags: AUTHORITATIVE_ANSWER,
    questions: [{ type: 'MX', name, class: 'IN' }],
    answers: [answer],
  }),
)

export const dnsAnswers: Target = {
  name: 'DNS answers',
  share: 8,
  samples: responses,
  check(input) {
    // With the id of the question, so that more than that is read.
    const reading = readResponse(Buffer.concat([query.subarray(0, 2), input.subarray(2)]), query)
    if (reading.kind !== 'response') return
    const { answers: found, authorities, rcode } = reading.response
    assert(rcode !== '', 'an answer has a code')
    for (const record of [...found, ...authorities])
      assert(typeof record.name === 'string' && Number.isFinite(record.ttl), 'a record has a name and a lifetime')
  },
}

export const dnsFrames: Target = {
  name: 'DNS over TCP',
  share: 3,
  samples: responses.map((message) =>
    Buffer.concat([Buffer.from([message.length >> 8, message.length & 255]), message]),
  ),
  check(input) {
    assert(framesOf(piecesOf(input)) === framesOf([input]), 'cut otherwise, the messages are others')
  },
}

export const policies: Target = {
  name: 'MTA-STS',
  share: 4,
  samples: octets([
    'version: STSv1\r\nmode: enforce\r\nmx: mx.example\r\nmx: *.wild.example\r\nmax_age: 604800\r\n',
    'version: STSv1\nmode: none\nmax_age: 0\n',
    'v=STSv1; id=20261130T000000;',
  ]),
  check(input) {
    const { text } = decode(input)
    const read = readStsPolicy(text)
    if (read.kind === 'policy') {
      assert(read.policy.mode === 'none' || read.policy.mx.length > 0, 'a policy that is kept names a host')
      isInPolicy(name, read.policy)
    }
    const record = readStsRecord([text])
    assert(record.kind !== 'record' || /^[a-z\d]{1,32}$/i.test(record.id), 'an id has its form')
  },
}

function framesOf(pieces: readonly Buffer[]): string {
  const read = createFrameReader()
  return pieces.flatMap((piece) => [...read(piece)].map((message) => message.toString('hex'))).join(' ')
}
