// CCS injection (CVE-2014-0224): ChangeCipherSpec before there is any key. A sound server objects at once; a broken one takes an
// empty key for good, and finds the next record impossible to decrypt.
import { helloOctets } from '../hello.ts'
import { candidates } from '../registry/candidates.ts'
import { versionNumbers } from '../registry/versions.ts'
import { isWhole } from '../scanning.ts'
import { contentType, records } from '../wire/records.ts'
import { endInWords } from './end-in-words.ts'
import type { Attacked, Tried } from './index.ts'

const version = 'TLSv1.2'
/** bad_record_mac and decryption_failed (RFC 5246 §7.2.2): it tried to decrypt, and so it had taken the key. */
const triedToDecrypt: readonly number[] = [20, 21]

export const earlyChangeCipherSpec = ({ prober, name }: Attacked): Promise<Tried> =>
  prober.converse(async (talk): Promise<Tried> => {
    const suites = candidates(version)
      .slice(0, mostSuites)
      .map(({ id }) => id)
    const hello = await talk.say([helloOctets({ version, suites, name })], isWhole)
    if (!hello.flight.isDone) return { outcome: 'closed', answer: 'no handshake of TLS 1.2 to try it on' }
    const early = records(contentType.changeCipherSpec, versionNumbers[version], Buffer.from([1]))
    const first = await talk.say([early], () => false)
    if (first.end.kind !== 'silent') return { outcome: 'closed', answer: `refused by ${endInWords(first.end)}` }
    const second = await talk.say([early], () => false)
    const isOpen = second.end.kind === 'alert' && triedToDecrypt.includes(second.end.alert.description)
    if (isOpen) return { outcome: 'open', answer: `taken, and then ${endInWords(second.end)}` }
    return {
      outcome: second.end.kind === 'silent' ? 'unclear' : 'closed',
      answer: `silence, and then ${endInWords(second.end)}`,
    }
  })

/** As many as every server bears. */
const mostSuites = 100
