// SRV records: where mail programs find the servers for sending and reading (RFC 6186 §3).
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord } from '#shared/values/published-record.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { isOffered } from '../records/mail-settings.ts'
import { part, published } from './part.ts'

export const publishedServices = ({ settings }: DomainRecords): PublishedRecord[] =>
  settings.services.flatMap(({ answer, records }) =>
    records.map(({ priority, weight, port, target }) => {
      const host = isOffered(target) ? target : '.'
      return published({
        kind: 'srv',
        name: answer.name,
        type: 'SRV',
        text: `${priority} ${weight} ${port} ${host}`,
        parts: [
          part(String(priority), say('Servers with a lower number come first.', 'Van primero los de número más bajo.')),
          part(String(weight), say('The share of the load among equals.', 'La parte de la carga entre iguales.')),
          part(String(port), say('The port.', 'El puerto.')),
          part(host, host === '.' ? say('Not offered.', 'No se ofrece.') : say('The server.', 'El servidor.')),
        ],
      })
    }),
  )
