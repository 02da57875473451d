// DAN-03: whether the certificate that the server shows is the one that DNS promises.
import { X509Certificate } from 'node:crypto'
import { say } from '#shared/explain/words.ts'
import { type TlsaRecord, tlsaForm } from '../../net/index.ts'
import { judgeByDane } from '../../net/tls.ts'
import { fail, info, pass } from '../check.ts'
import { tlsEvidence } from '../evidence.ts'
import type { PlaceCheck } from '../fleet.ts'
import { isGreeted, notReached } from '../preconditions.ts'

export const daneMatches: PlaceCheck = {
  id: 'DAN-03',
  name: say('The certificate is the one in DNS', 'El certificado es el del DNS'),
  severity: 'critical',
  reference: 'RFC 7672 §3.2',
  judge({ observed, facts, fleet }) {
    const keys = facts?.keys ?? null
    if (observed.endpoint.role !== 'mx' || !isGreeted(observed)) return null
    if (keys === null || 'failure' in keys || keys.value.kind !== 'keys' || keys.value.usable.length === 0) return null
    if (observed.tls === null) return notReached(observed)
    const { base, usable } = keys.value
    const chain = observed.tls.chain.map(({ pem }) => new X509Certificate(pem))
    const names = [base, observed.endpoint.host, ...(fleet.domain === null ? [] : [fleet.domain.domain])]
    const evidence = tlsEvidence(observed)
    const verdict = judgeByDane(chain, { records: usable, names }, observed.now)
    if ('fault' in verdict) return fail(refused(usable, verdict.fault.kind), advice, evidence)
    const { match } = verdict
    const isSole = usable.every((one) => matchesToo(one, match, chain, names, observed.now))
    return isSole
      ? pass(say(`It matches ${tlsaForm(match)}.`, `Coincide con ${tlsaForm(match)}.`), evidence)
      : info(
          say(
            `It matches ${tlsaForm(match)}; other keys that are published are not shown here.`,
            `Coincide con ${tlsaForm(match)}; hay otras claves publicadas que aquí no se muestran.`,
          ),
          say(
            'Take them out, unless they are for a change of keys or a second certificate.',
            'Quitarlas, salvo que sean para un cambio de claves o un segundo certificado.',
          ),
          evidence,
        )
  },
}

function matchesToo(
  record: TlsaRecord,
  match: TlsaRecord,
  chain: readonly X509Certificate[],
  names: readonly string[],
  now: Date,
): boolean {
  return record === match || 'match' in judgeByDane(chain, { records: [record], names }, now)
}

function refused(usable: readonly TlsaRecord[], fault: string) {
  const forms = usable.map(tlsaForm).join(', ')
  if (fault === 'dane-mismatch')
    return say(
      `It matches none of ${forms}: senders that use DANE refuse to deliver right now.`,
      `No coincide con ninguna de ${forms}: quien usa DANE se niega a entregar ahora mismo.`,
    )
  return say(
    `Its authority matches one of ${forms}, but its dates or names do not hold: senders that use DANE refuse to deliver right now.`,
    `Su autoridad coincide con una de ${forms}, pero fallan sus fechas o nombres: quien usa DANE se niega a entregar ahora mismo.`,
  )
}

const advice = say(
  'Publish the TLSA record of the certificate that is in use; when keys change, publish the new one first.',
  'Publicar el registro TLSA del certificado en uso; al cambiar de claves, publicar antes el nuevo.',
)
