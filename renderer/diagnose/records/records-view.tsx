// What the domain publishes about its mail: each record as it stands, and every part of it explained.
import { useTranslation } from 'react-i18next'
import type { PublishedRecord } from '#shared/values/published-record.ts'
import { recordKinds } from '#shared/values/published-record.ts'
import classes from '../parts.module.css'
import { RecordTree } from './record-tree.tsx'

export function RecordsView({ records }: { records: readonly PublishedRecord[] }) {
  const { t } = useTranslation('diagnose')
  const kinds = recordKinds.filter((kind) => records.some((record) => record.kind === kind))
  return (
    <div className={classes.parts}>
      {kinds.map((kind) => (
        <section key={kind} aria-label={t(`record_${kind}`)}>
          <h2>{t(`record_${kind}`)}</h2>
          {records
            .filter((record) => record.kind === kind)
            .map((record) => (
              <RecordTree key={`${record.name} ${record.text}`} record={record} />
            ))}
        </section>
      ))}
    </div>
  )
}
