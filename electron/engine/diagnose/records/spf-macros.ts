// The macros in names of SPF records, filled with who sends (RFC 7208 §7). Pure.
import { ipFamily } from '#shared/address/index.ts'
import { turnedRound } from '../../dns/index.ts'

export type SpfSender = {
  /** Of the server that sends. */
  readonly address: string
  /** `local@domain`; RFC 7208 §2.4: postmaster of the HELO name where MAIL FROM is empty. */
  readonly mailbox: string
  /** What the server calls itself. */
  readonly helo: string
}

/** RFC 7208 §7.3: longer names lose labels from the left. */
const longestName = 253

/** `domain`: of the record that has the name. */
export function expandMacros(text: string, domain: string, sender: SpfSender): string {
  const name = text.replace(macro, (whole, letter: string | undefined, digits = '', turn = '', delimiters = '') => {
    if (letter === undefined) return plain[whole] ?? whole
    const value = transformed(letterValue(letter.toLowerCase(), domain, sender), {
      keep: Number(digits),
      isTurned: turn !== '',
      delimiters: delimiters || '.',
    })
    return letter === letter.toUpperCase() ? encodeURIComponent(value) : value
  })
  return shortened(name)
}

const macro = /%(?:[%_-]|\{([a-z])(\d*)(r?)([-.+,/_=]*)\})/gi
const plain: Readonly<Record<string, string>> = { '%%': '%', '%_': ' ', '%-': '%20' }

function letterValue(letter: string, domain: string, { address, mailbox, helo }: SpfSender): string {
  const at = mailbox.lastIndexOf('@')
  const isV6 = ipFamily(address) === 6
  switch (letter) {
    case 's':
      return mailbox
    case 'l':
      return mailbox.slice(0, at)
    case 'o':
      return mailbox.slice(at + 1)
    case 'd':
      return domain
    case 'i':
      return isV6 ? turnedRound(address).split('.').reverse().join('.') : address
    case 'v':
      return isV6 ? 'ip6' : 'in-addr'
    case 'h':
      return helo
    default:
      // RFC 7208 §7.3: the validated name is not worth its lookups, and this stands for one that is not known.
      return 'unknown'
  }
}

type Transformer = { readonly keep: number; readonly isTurned: boolean; readonly delimiters: string }

function transformed(value: string, { keep, isTurned, delimiters }: Transformer): string {
  const parts = value.split(new RegExp(`[${delimiters.replace(/[-\\\]^]/g, '\\$&')}]`))
  const ordered = isTurned ? parts.reverse() : parts
  return (keep > 0 ? ordered.slice(-keep) : ordered).join('.')
}

function shortened(name: string): string {
  let rest = name
  while (rest.length > longestName && rest.includes('.')) rest = rest.slice(rest.indexOf('.') + 1)
  return rest
}
