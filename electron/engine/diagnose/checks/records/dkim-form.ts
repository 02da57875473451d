// DKI-02: whether the key records that were found can be read, and are in use.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import type { Answered } from '../../records/answered.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { isNullMx, mxOf } from '../../records/mail-hosts.ts'
import type { SpfNode } from '../../records/spf-tree.ts'

export const dkimForm: RecordCheck = {
  id: 'DKI-02',
  name: say('DKIM keys can be read', 'Las claves DKIM se pueden leer'),
  severity: 'high',
  reference: 'RFC 6376 §3.6.1',
  judge({ mx, spf, dkim: { found } }) {
    if (found.length === 0) return null
    const several = found.filter(({ keys }) => keys.length > 1)
    if (several.length > 0) {
      const { en, es } = listed(several.map(({ selector }) => selector))
      return fail(
        say(
          `There are several keys under one selector, and receivers choose any: ${en}.`,
          `Hay varias claves en un mismo selector, y los receptores eligen cualquiera: ${es}.`,
        ),
        say('Keep one record for each selector.', 'Dejar un registro por selector.'),
      )
    }
    const which = (isMeant: (one: (typeof all)[number]) => boolean) =>
      all.filter(isMeant).map(({ selector }) => selector)
    const all = found.flatMap(({ selector, keys }) => keys.map((key) => ({ selector, ...key })))
    const unreadable = which(({ key }) => key.kind === 'unreadable')
    if (unreadable.length > 0) {
      const { en, es } = listed(unreadable)
      return fail(
        say(`Receivers cannot read the key of ${en}.`, `Los receptores no pueden leer la clave de ${es}.`),
        say(
          'Publish the record again, in one piece and unchanged.',
          'Volver a publicar el registro, entero y sin cambios.',
        ),
      )
    }
    const revoked = which(({ key }) => key.kind === 'revoked')
    if (revoked.length === all.length) {
      const told = say(
        'Every key that was found is revoked (empty), so what it signed counts as unsigned.',
        'Todas las claves encontradas están revocadas (vacías), así que lo que firmaron cuenta como sin firmar.',
      )
      return sendsNothing(mx, spf) ? pass(told) : fail(told, publish)
    }
    const tested = which(({ isTest }) => isTest)
    if (tested.length > 0) {
      const { en, es } = listed(tested)
      return warn(
        say(
          `Marked as a test (t=y), so that its signatures count for nothing: ${en}.`,
          `Marcadas como prueba (t=y), así que sus firmas no cuentan: ${es}.`,
        ),
        say('Delete “t=y” from the record.', 'Borrar «t=y» del registro.'),
      )
    }
    const unversioned = which(({ hasVersion }) => !hasVersion)
    if (unversioned.length > 0) {
      const { en, es } = listed(unversioned)
      return warn(
        say(
          `The record does not begin with “v=DKIM1”, which some receivers want: ${en}.`,
          `El registro no empieza por «v=DKIM1», que algunos receptores quieren: ${es}.`,
        ),
        say('Add it.', 'Añadirlo.'),
      )
    }
    return pass(say('Every key that was found can be read.', 'Todas las claves encontradas se pueden leer.'))
  },
}

/** For such a domain revoked keys are right: null MX, or an SPF record that allows nobody. */
const sendsNothing = (mx: Answered, { records }: SpfNode): boolean =>
  mxOf(mx).some(isNullMx) || records.some((record) => /^v=spf1 +-all *$/i.test(record))

const publish = say('Publish the key that the server signs with.', 'Publicar la clave con la que firma el servidor.')
