// BINARYMIME (RFC 3030 §3): a mail of any octets, without lines; only BDAT can carry it.
import { because, type Extension, isForced, isInUse, type Occasion, type Refusal } from './extension.ts'

export const binaryMime: Extension = {
  keyword: 'BINARYMIME',
  rfc: 'RFC 3030 §3',
  asks: isBinary,
  mail: () => ['BODY=BINARYMIME'],
  missing: needsBinary,
  // RFC 3030 §3: it must not be used without CHUNKING.
  beyond: (occasion) => (isInUse('CHUNKING', occasion) ? null : needsBinary(occasion)),
}

export function isBinary(occasion: Pick<Occasion, 'mail' | 'wire'>): boolean {
  return occasion.mail.isBinary === true || isForced('BINARYMIME', occasion)
}

function needsBinary({ host, obstacle }: Occasion): Refusal {
  const what = `The mail is to travel as binary octets, and ${host} does not offer both BINARYMIME and CHUNKING`
  return { kind: 'needs-binarymime', message: `${what}${because(obstacle)}.`, facts: { reason: obstacle } }
}
