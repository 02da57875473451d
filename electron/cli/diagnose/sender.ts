// Who sends, as the options of `heloise diagnose` say it.
import { readFile } from 'node:fs/promises'
import { ipFamily, isAddressLiteral, isDomain, parseMailbox } from '#shared/address/index.ts'
import type { SenderWish } from '../../engine/diagnose/index.ts'
import { UsageError } from '../usage-error.ts'
import type { CliWords } from '../words/index.ts'
import type { DiagnoseOptions } from './command.ts'

export async function senderOf(options: DiagnoseOptions, words: CliWords): Promise<Partial<SenderWish>> {
  const { ip, mailFrom, helo, eml, selector } = options
  return {
    addresses: ip === undefined ? [] : [demand('--ip', ip, (text) => ipFamily(text) !== null, words.wanted.ip, words)],
    mailFrom: mailFrom === undefined ? null : sender(mailFrom, words),
    helo:
      helo === undefined
        ? null
        : demand('--helo', helo, (text) => isDomain(text) || isAddressLiteral(text), words.wanted.ehlo, words),
    message: eml === undefined ? null : await octetsOf(eml, words),
    selectors: (selector ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  }
}

const sender = (text: string, words: CliWords): string =>
  text === '<>' || text === ''
    ? ''
    : demand('--mail-from', text, (address) => parseMailbox(address).kind !== 'invalid', words.wanted.address, words)

function demand(option: string, text: string, isSound: (text: string) => boolean, wanted: string, words: CliWords) {
  if (isSound(text)) return text
  throw new UsageError(words.valueInvalid(option, text, wanted))
}

const octetsOf = (file: string, words: CliWords): Promise<Uint8Array> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(words.fileUnreadable('--eml', file, error.code ?? error.message))
  })
