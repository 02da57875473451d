// How many mails and how fast, as it is typed; and what of it cannot be.
import { type BulkCounts, type BulkPace, bulkPaceSchema } from '#shared/values/bulk.ts'

export const numberFields = ['count', 'connections', 'window', 'mailsPerConnection', 'rate'] as const
export type NumberField = (typeof numberFields)[number]

/** A field of numbers holds text while it is no number; left empty, `mailsPerConnection` and `rate` have no limit. */
export type ManyForm = Readonly<Record<NumberField, number | string>> & { readonly keepsOrder: boolean }

/** Few enough to be a harmless try. */
export const firstForm: ManyForm = {
  count: 10,
  connections: 1,
  window: 1,
  mailsPerConnection: '',
  rate: '',
  keepsOrder: false,
}

export type ReadForm = { readonly pace: BulkPace | null; readonly faults: readonly NumberField[] }

export function readForm(form: ManyForm): ReadForm {
  const { mailsPerConnection, rate } = form
  const typed = { ...form, mailsPerConnection: orNull(mailsPerConnection), rate: orNull(rate) }
  const read = bulkPaceSchema.safeParse(typed)
  if (read.success) return { pace: read.data, faults: [] }
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
  return { pace: null, faults: numberFields.filter((field) => wrong.has(field)) }
}

const orNull = (value: number | string) => (value === '' ? null : value)

/** Mails whose fate is known. */
export const settled = ({ sent, refused, unknown, failed }: BulkCounts): number => sent + refused + unknown + failed

export const noCounts: BulkCounts = { sent: 0, refused: 0, unknown: 0, failed: 0 }
