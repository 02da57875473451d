// MX-08: whether the MX records name different servers.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { info, pass, warn } from '../../check.ts'
import { addressesOf } from '../../records/answered.ts'
import type { DomainRecords, RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { isNullMx, mxOf } from '../../records/mail-hosts.ts'
import { unclear } from '../../records/unclear.ts'

export const mxDuplicates: RecordCheck = {
  id: 'MX-08',
  name: say('MX records name different servers', 'Los registros MX nombran servidores distintos'),
  severity: 'info',
  reference: 'RFC 5321 §5.1',
  judge(seen) {
    if (seen.mx.failure !== null) return unclear(seen.mx)
    const records = mxOf(seen.mx).filter((record) => !isNullMx(record))
    if (records.length < 2) return null
    const names = records.map(({ exchange }) => exchange.replace(/\.$/, '').toLowerCase())
    const twice = repeated(names)
    if (twice.length > 0) {
      const { en, es } = listed(twice)
      return warn(say(`A host is named more than once: ${en}.`, `Un equipo aparece más de una vez: ${es}.`), oneEach)
    }
    const shared = sharedAddresses(seen)
    if (shared !== null) return warn(shared, oneEach)
    if (new Set(records.map(({ preference }) => preference)).size === 1)
      return info(
        say(
          'All MX hosts have the same preference: senders choose one of them at random.',
          'Todos los equipos MX tienen la misma preferencia: los remitentes eligen uno al azar.',
        ),
        null,
      )
    return pass(say('Every MX names another server.', 'Cada MX nombra un servidor distinto.'))
  },
}

function sharedAddresses({ hosts }: DomainRecords): Words | null {
  const twice = repeated(hosts.flatMap(({ addresses }) => [...new Set(addressesOf(addresses))]))
  if (twice.length === 0) return null
  const { en, es } = listed(twice)
  return say(`Several MX hosts have the same address: ${en}.`, `Varios equipos MX tienen la misma dirección: ${es}.`)
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const value of values) (seen.has(value) ? twice : seen).add(value)
  return [...twice]
}

const oneEach = say(
  'Keep one record for each server: what fails there once fails there again.',
  'Dejar un registro por servidor: lo que falla ahí una vez vuelve a fallar.',
)
