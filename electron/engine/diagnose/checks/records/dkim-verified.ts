// DKI-04: whether the signatures of a mail hold, and for the domain in its From.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, indeterminate, pass, skipped, warn } from '../../check.ts'
import type { Alteration } from '../../dkim/alteration.ts'
import { wordsOf } from '../../preconditions.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { shortened } from '../../records/listed.ts'
import type { SignatureSeen } from '../../records/sender.ts'

export const dkimVerified: RecordCheck = {
  id: 'DKI-04',
  name: say('The signature of a mail holds', 'La firma de un correo es válida'),
  severity: 'high',
  reference: 'RFC 6376 §6.1',
  judge({ sender: { signatures, author } }) {
    if (signatures === null) return skipped(noMessage)
    if (signatures.length === 0) return fail(unsigned, signIt)
    const valid = signatures.filter(({ verdict }) => verdict.kind === 'valid')
    const good = valid.find(({ isAligned }) => isAligned)
    const told = together(signatures.map(wordsFor))
    if (good?.verdict.kind === 'valid' && good.verdict.unsigned > 0) return warn(told, signAll)
    if (good !== undefined) return pass(told)
    if (valid.length > 0)
      return warn(
        told,
        say(
          `Sign with a key of ${author}, the domain in From: a signature of another domain does not count for DMARC.`,
          `Firmar con una clave de ${author}, el dominio de From: la firma de otro dominio no cuenta para DMARC.`,
        ),
      )
    return signatures.some(({ verdict }) => verdict.kind === 'unclear')
      ? indeterminate(told)
      : fail(told, adviceFor(signatures))
  },
}

const together = (sentences: readonly Words[]): Words =>
  say(sentences.map(({ en }) => en).join(' '), sentences.map(({ es }) => es).join(' '))

function wordsFor({ signature: { domain, selector, bodyHash }, verdict, isAligned }: SignatureSeen): Words {
  const who = shortened(`${domain} (${selector})`)
  switch (verdict.kind) {
    case 'valid': {
      const [en, es] = isAligned ? ['', ''] : [', but it is not the domain in From', ', pero no es el dominio de From']
      return verdict.unsigned === 0
        ? say(`The signature of ${who} holds${en}.`, `La firma de ${who} es válida${es}.`)
        : say(
            `The signature of ${who} holds${en}; the last ${verdict.unsigned} octets of the body are not signed (l=).`,
            `La firma de ${who} es válida${es}; los últimos ${verdict.unsigned} octetos del cuerpo no están firmados (l=).`,
          )
    }
    case 'form':
      return say(
        `The signature of ${who} cannot be verified: ${verdict.reason.en}.`,
        `La firma de ${who} no se puede verificar: ${verdict.reason.es}.`,
      )
    case 'expired': {
      const day = verdict.since.toISOString().slice(0, 10)
      return say(`The signature of ${who} expired on ${day}.`, `La firma de ${who} caducó el ${day}.`)
    }
    case 'key-absent':
      return say(`The key of ${who} is not published.`, `La clave de ${who} no está publicada.`)
    case 'key-revoked':
      return say(`The key of ${who} was revoked.`, `La clave de ${who} fue revocada.`)
    case 'key-unreadable':
      return say(`The key of ${who} cannot be read.`, `La clave de ${who} no se puede leer.`)
    case 'key-restricted':
      return say(`The key of ${who} is not for this signature.`, `La clave de ${who} no es para esta firma.`)
    case 'body-changed': {
      const how = verdict.alteration === null ? unknownChange : alterationWords(verdict.alteration)
      return say(
        `The body was changed after ${who} signed it. ${how.en} Its hash is ${verdict.computed}, signed was ${shortened(bodyHash)}.`,
        `El cuerpo se cambió después de que lo firmara ${who}. ${how.es} Su resumen es ${verdict.computed}; el firmado era ${shortened(bodyHash)}.`,
      )
    }
    case 'header-changed':
      return say(
        `The body is as ${who} signed it, but a signed header was changed, or the published key is another one.`,
        `El cuerpo es el que firmó ${who}, pero se cambió una cabecera firmada o la clave publicada es otra.`,
      )
    case 'unclear': {
      const { en, es } = wordsOf(verdict.failure).happened
      return say(`The key of ${who} could not be asked for. ${en}`, `No se pudo pedir la clave de ${who}. ${es}`)
    }
  }
}

function alterationWords(alteration: Alteration): Words {
  switch (alteration.kind) {
    case 'appended':
      return say(
        `Behind line ${alteration.lines} this was added: “${shortened(alteration.text)}”.`,
        `Tras la línea ${alteration.lines} se añadió: «${shortened(alteration.text)}».`,
      )
    case 'prepended':
      return say(
        `Before line ${alteration.line} this was added: “${shortened(alteration.text)}”.`,
        `Antes de la línea ${alteration.line} se añadió: «${shortened(alteration.text)}».`,
      )
    case 'spaces':
      return say('Only spaces or line ends differ.', 'Solo cambian espacios o finales de línea.')
    case 'dots':
      return say(
        'Only the dots at the beginning of lines differ (dot-stuffing).',
        'Solo cambian los puntos al principio de las líneas (dot-stuffing).',
      )
    case 'empty':
      return say('What was signed had no body.', 'Lo firmado no tenía cuerpo.')
  }
}

function adviceFor(signatures: readonly SignatureSeen[]): Words {
  const kinds = signatures.map(({ verdict }) => verdict.kind)
  if (kinds.includes('body-changed') || kinds.includes('header-changed')) return signLast
  return kinds.includes('expired') ? signAgain : publishKey
}

const noMessage = say('Not asked: no mail was given.', 'Sin preguntar: no se dio ningún correo.')
const unsigned = say('The mail bears no DKIM signature.', 'El correo no lleva ninguna firma DKIM.')
const signIt = say(
  'Have the server sign what it sends, and publish its key.',
  'Hacer que el servidor firme lo que envía y publicar su clave.',
)
const signAll = say('Sign the whole body: leave “l=” out.', 'Firmar el cuerpo entero: quitar «l=».')
const signLast = say(
  'Sign last: let nothing (footers, filters, mailing lists, other encodings) change the mail after that.',
  'Firmar al final: que nada (pies, filtros, listas, otras codificaciones) cambie el correo después.',
)
const signAgain = say('Give signatures a longer life (x=), or none.', 'Dar a las firmas más duración (x=) o ninguna.')
const publishKey = say(
  'Publish the key that the server signs with under the selector of the signature, and sign with RSA and SHA-256.',
  'Publicar la clave con la que firma el servidor en el selector de la firma, y firmar con RSA y SHA-256.',
)
const unknownChange = say('How is not known.', 'No se sabe cómo.')
