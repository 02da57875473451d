// DMA-05: whether what SPF and DKIM prove is the domain in From.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, indeterminate, pass, skipped, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import type { SenderSeen } from '../../records/sender.ts'

export const dmarcAligned: RecordCheck = {
  id: 'DMA-05',
  name: say('SPF or DKIM proves the domain in From', 'SPF o DKIM demuestra el dominio de From'),
  severity: 'high',
  reference: 'RFC 9989 §4.4',
  judge({ sender }) {
    const sides = [bySpf(sender), byDkim(sender)]
    const known = sides.filter((side) => side.proves !== 'unknown')
    const told = say(
      `The address in From is of ${sender.author}. ${sides.map(({ words }) => words.en).join(' ')}`,
      `La dirección de From es de ${sender.author}. ${sides.map(({ words }) => words.es).join(' ')}`,
    )
    if (known.length === 0) return skipped(nothingKnown)
    const proving = known.filter(({ proves }) => proves === 'yes')
    if (known.some(({ proves }) => proves === 'unclear') && proving.length === 0) return indeterminate(told)
    if (proving.length === known.length) return pass(told)
    if (proving.length > 0) return warn(told, both(sender))
    // A signature that was not looked at may still prove it.
    return known.length === sides.length ? fail(told, both(sender)) : warn(told, both(sender))
  },
}

type Side = { readonly proves: 'yes' | 'no' | 'unclear' | 'unknown'; readonly words: Words }

function bySpf({ spf, returnDomain, isReturnAligned }: SenderSeen): Side {
  if (spf.length === 0) return { proves: 'unknown', words: say('SPF was not asked.', 'SPF no se preguntó.') }
  if (spf.some(({ result }) => result === 'temperror'))
    return { proves: 'unclear', words: say('SPF got no answer from DNS.', 'SPF no obtuvo respuesta del DNS.') }
  if (!spf.every(({ result }) => result === 'pass'))
    return { proves: 'no', words: say('SPF proves nothing.', 'SPF no demuestra nada.') }
  return isReturnAligned
    ? { proves: 'yes', words: say(`SPF proves ${returnDomain}.`, `SPF demuestra ${returnDomain}.`) }
    : {
        proves: 'no',
        words: say(`SPF proves ${returnDomain}, which is another one.`, `SPF demuestra ${returnDomain}, que es otro.`),
      }
}

function byDkim({ signatures }: SenderSeen): Side {
  if (signatures === null)
    return { proves: 'unknown', words: say('No mail was given for DKIM.', 'No se dio ningún correo para DKIM.') }
  const valid = signatures.filter(({ verdict }) => verdict.kind === 'valid')
  const aligned = valid.filter(({ isAligned }) => isAligned)
  const names = (all: typeof valid) => listed([...new Set(all.map(({ signature }) => signature.domain))])
  if (aligned.length > 0) {
    const { en, es } = names(aligned)
    return { proves: 'yes', words: say(`DKIM proves ${en}.`, `DKIM demuestra ${es}.`) }
  }
  if (signatures.some(({ verdict }) => verdict.kind === 'unclear'))
    return { proves: 'unclear', words: say('DKIM got no answer from DNS.', 'DKIM no obtuvo respuesta del DNS.') }
  if (valid.length === 0) return { proves: 'no', words: say('DKIM proves nothing.', 'DKIM no demuestra nada.') }
  const { en, es } = names(valid)
  return { proves: 'no', words: say(`DKIM proves ${en}, which is another one.`, `DKIM demuestra ${es}, que es otro.`) }
}

const both = ({ author }: SenderSeen): Words =>
  say(
    `Use a MAIL FROM of ${author} that its SPF allows, and sign with a key of ${author}.`,
    `Usar un MAIL FROM de ${author} que permita su SPF y firmar con una clave de ${author}.`,
  )

const nothingKnown = say(
  'Not asked: neither a sending server nor a mail was given.',
  'Sin preguntar: no se dio ni un servidor que envía ni un correo.',
)
