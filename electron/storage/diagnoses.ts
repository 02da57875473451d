// The history of diagnoses: what each came to, and its whole report, packed. Only the newest are kept.
import type { DatabaseSync } from 'node:sqlite'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type PastDiagnosis, pastDiagnosisSchema } from '#shared/values/diagnosis.ts'
import { type Report, reportSchema } from '#shared/values/report.ts'
import { inTransaction } from './transaction.ts'

export type StoredDiagnosis = { readonly past: PastDiagnosis; readonly report: Report }

export type DiagnosisStore = {
  /** Newest first. */
  list(): PastDiagnosis[]
  /** Null also where it is of another version, and can no longer be read. */
  get(id: string): StoredDiagnosis | null
  /** Forgets the oldest where there are too many. */
  add(past: PastDiagnosis, report: Report): void
  remove(id: string): void
}

/** A report is some 20 KB, packed; that of a large domain at the highest level, ten times as much. */
const mostKept = 100

export function createDiagnosisStore(database: DatabaseSync): DiagnosisStore {
  const list = database.prepare('SELECT past FROM diagnoses ORDER BY row DESC')
  const get = database.prepare('SELECT past, report FROM diagnoses WHERE id = ?')
  const insert = database.prepare('INSERT INTO diagnoses (id, past, report) VALUES (?, ?, ?)')
  const trim = database.prepare(
    'DELETE FROM diagnoses WHERE row NOT IN (SELECT row FROM diagnoses ORDER BY row DESC LIMIT ?)',
  )
  const remove = database.prepare('DELETE FROM diagnoses WHERE id = ?')
  return {
    list: () => list.all().flatMap(({ past }) => pastDiagnosisSchema.safeParse(JSON.parse(String(past))).data ?? []),
    get(id) {
      const row = get.get(id)
      if (!(row?.report instanceof Uint8Array)) return null
      const past = pastDiagnosisSchema.safeParse(JSON.parse(String(row.past)))
      const report = reportSchema.safeParse(JSON.parse(gunzipSync(row.report).toString()))
      return past.success && report.success ? { past: past.data, report: report.data } : null
    },
    add(past, report) {
      inTransaction(database, () => {
        insert.run(past.id, JSON.stringify(past), gzipSync(JSON.stringify(report)))
        trim.run(mostKept)
      })
    },
    remove(id) {
      remove.run(id)
    },
  }
}
