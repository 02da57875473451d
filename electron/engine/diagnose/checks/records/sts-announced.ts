// STS-01: whether an MTA-STS policy is announced, by one record that can be read.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { unclear } from '../../records/unclear.ts'

export const stsAnnounced: RecordCheck = {
  id: 'STS-01',
  name: say('An MTA-STS policy is announced', 'Se anuncia una política MTA-STS'),
  severity: 'medium',
  reference: 'RFC 8461 §3.1',
  judge({ domain, stsAnswer, sts: { record } }) {
    if (stsAnswer.failure !== null) return unclear(stsAnswer)
    if (record.kind === 'record')
      return pass(
        say(`A policy is announced, with the id ${record.id}.`, `Se anuncia una política, con el id ${record.id}.`),
      )
    if (record.kind === 'absent')
      return warn(
        say('Senders are not told to insist on TLS.', 'No se pide a los remitentes que exijan TLS.'),
        say(
          `Publish a policy at https://mta-sts.${domain}/.well-known/mta-sts.txt and announce it at _mta-sts.${domain}.`,
          `Publicar una política en https://mta-sts.${domain}/.well-known/mta-sts.txt y anunciarla en _mta-sts.${domain}.`,
        ),
      )
    return fail(
      say(`The record cannot be used: ${record.reason}.`, `El registro no se puede usar: ${record.reason}.`),
      say(
        'Publish one record, “v=STSv1; id=…”, with a new id after each change of the policy.',
        'Publicar un solo registro, «v=STSv1; id=…», con un id nuevo tras cada cambio de la política.',
      ),
    )
  },
}
