// ACF-01 and ACF-02: whether the settings that mail programs fetch from the web agree with the SRV records.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, info, pass } from '../../check.ts'
import type { DomainRecords, RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { submissionsOf, type WebSettings } from '../../records/mail-settings.ts'

type About = {
  readonly id: 'ACF-01' | 'ACF-02'
  readonly name: Words
  readonly reference: string
  find(records: DomainRecords): WebSettings
  other(records: DomainRecords): WebSettings
}

const webSettings = ({ id, name, reference, find, other }: About): RecordCheck => ({
  id,
  name,
  severity: 'info',
  reference,
  judge(records) {
    const { fetched, url, outgoing } = find(records)
    if (fetched.kind === 'failed') return info(say('There are none.', 'No los hay.'), null)
    if (outgoing.length === 0)
      return info(say(`${url} names no server for sending.`, `${url} no nombra ningún servidor para enviar.`), null)
    const shown = placesIn(outgoing)
    const contrary = [submissionsOf(records.settings), other(records).outgoing].find(
      (places) => places.length > 0 && !places.some((place) => outgoing.some((one) => isSame(one, place))),
    )
    if (contrary === undefined) return pass(say(`They name ${shown.en}.`, `Nombran ${shown.es}.`))
    const elsewhere = placesIn(contrary)
    return fail(
      say(
        `They name ${shown.en}, but another source names ${elsewhere.en}.`,
        `Nombran ${shown.es}, pero otra fuente nombra ${elsewhere.es}.`,
      ),
      say('Make all sources name the same server.', 'Hacer que todas las fuentes nombren el mismo servidor.'),
    )
  },
})

type Places = WebSettings['outgoing']
const placesIn = (places: Places): Words => listed(places.map(({ host, port }) => `${host}:${port}`))
const isSame = (one: Places[number], other: Places[number]) => one.host === other.host && one.port === other.port

export const autoconfig = webSettings({
  id: 'ACF-01',
  name: say('Settings by autoconfig agree', 'Los ajustes por autoconfig coinciden'),
  reference: 'draft-ietf-mailmaint-autoconfig',
  find: ({ settings }) => settings.autoconfig,
  other: ({ settings }) => settings.autodiscover,
})

export const autodiscover = webSettings({
  id: 'ACF-02',
  name: say('Settings by autodiscover agree', 'Los ajustes por autodiscover coinciden'),
  reference: 'MS-OXDISCO',
  find: ({ settings }) => settings.autodiscover,
  other: ({ settings }) => settings.autoconfig,
})
